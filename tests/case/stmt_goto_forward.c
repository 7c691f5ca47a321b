#include "case.h"

double run(void)
{
	double f[1], x = read_a();
	goto done;
	x = read_b();
done:
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
