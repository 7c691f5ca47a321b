#include "case.h"

struct view { const double *data; int count; };

static double total(struct view view)
{
	double sum = 0;
	for (int k = 0; k < view.count; k++)
		sum += view.data[k];
	return sum;
}

double run(void)
{
	double v[4] = { read_a(), read_b(), read_c(), read_d() }, f[2];
	f[0] = total((struct view){ v, 2 });
	f[1] = total((struct view){ v + 2, 2 });
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
