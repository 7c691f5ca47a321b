#include "case.h"

double run(void)
{
	double f[1], a = read_a();
	(void)a;
	f[0] = read_b();
	return predict(f, 1);
}
// no-edge: signal:a -> feature:run.f[0]
