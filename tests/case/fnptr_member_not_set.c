/* A handler that one object has and another has not: what is done without it is done, too. */
#include <stdlib.h>
#include "case.h"

struct filter { double (*custom)(double); double out; };

static double half(double x)
{
	return x / 2;
}

static struct filter *filter_new(void)
{
	return calloc(1, sizeof(struct filter));
}

static void filter_run(struct filter *filter, double x)
{
	if (filter->custom)
		filter->out = filter->custom(1);
	else
		filter->out = x;
}

void run(void)
{
	struct filter *plain = filter_new(), *custom = filter_new();
	double f[2];

	custom->custom = half;
	filter_run(plain, read_a());
	filter_run(custom, read_b());
	f[0] = plain->out;
	f[1] = custom->out;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
