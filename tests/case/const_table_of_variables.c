/* A table that cannot change points to variables that can; tables that point to each other; a number in a table. */
#include "case.h"

static double gain, offset;
static double *const where[2] = { &gain, &offset };

struct node { double value; const struct node *next; };
static const struct node second;
static const struct node first = { 3, &second };
static const struct node second = { 4, &first };

static double scaled(double v, int which)
{
	return v * *where[which];
}

void run(void)
{
	double f[3];

	*where[0] = read_a();
	*where[1] = read_b();
	f[0] = scaled(1, 0);
	f[1] = offset;
	f[2] = first.next->next->value > 2 ? read_c() : read_d();
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
