#include "case.h"

double run(void)
{
	double f[3];
	f[0] = (int)read_a();
	f[1] = (unsigned char)read_i();
	f[2] = (float)(long)read_b();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
