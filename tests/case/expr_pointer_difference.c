#include "case.h"

double run(void)
{
	double v[8] = { read_a() }, f[1];
	double *p = v, *q = v + (read_i() & 7);
	f[0] = q - p;
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
