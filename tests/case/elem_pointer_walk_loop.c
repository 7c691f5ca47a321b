#include "case.h"

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[2];
	const double *from = v;
	for (double *to = f; to < f + 2;)
		*to++ = *from++;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
