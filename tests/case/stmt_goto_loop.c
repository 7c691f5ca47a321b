#include "case.h"

double run(void)
{
	double f[1], x = 0;
	int left = read_i();
again:
	x += read_a();
	if (--left > 0)
		goto again;
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
