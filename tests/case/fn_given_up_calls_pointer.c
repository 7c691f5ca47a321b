/* A function that takes too many steps calls what a table names: what that may have left in variables is not what was there
   before. */
#include "case.h"

#define STEP v = v * w + 1;
#define TEN(x) x x x x x x x x x x
#define MANY TEN(TEN(TEN(TEN(STEP))))

static double total, last, other;

static void add(double a)
{
	total += a;
}

static void keep(double a)
{
	last = a;
	add(a);
}

static void (*const actions[])(double) = { add, keep };

static void heavy(double a, int n)
{
	double v = 1, w = 2;

	while (read_i())
		{ MANY MANY MANY MANY MANY MANY }
	actions[n & 1](a);
}

static double sum(void)
{
	return total + 1;
}

void run(void)
{
	double f[3];

	total = last = 0;
	other = read_c();
	heavy(read_a(), read_j());
	f[0] = sum();
	f[1] = last;
	f[2] = other;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
