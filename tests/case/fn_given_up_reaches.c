/* A function that takes too many steps, because its text is that long: what it may have left in variables, in what they point
   to and in all elements of an array of records is not what was there before. */
#include "case.h"

#define STEP v = v * w + 1;
#define TEN(x) x x x x x x x x x x
#define MANY TEN(TEN(TEN(TEN(STEP))))

struct point { double x; int id; };

static double total, table[4], *where, other;

static void heavy(double a, struct point *points, int n)
{
	double v = 1, w = 2;

	while (read_i())
		{ MANY MANY MANY MANY MANY MANY }
	total += a;
	table[n & 3] = a;
	*where = a;
	points[n].x = a;
}

void run(void)
{
	struct point p[3] = { { read_b(), 1 }, { read_b(), 2 }, { read_b(), 3 } };
	double here = 0, f[6];

	where = &here;
	other = read_c();
	heavy(read_a(), p, 2);
	f[0] = total;
	f[1] = table[1];
	f[2] = here;
	f[3] = p[2].x;
	f[4] = other;
	f[5] = p[1].id;
	predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// no-edge: signal:a -> feature:run.f[5]
