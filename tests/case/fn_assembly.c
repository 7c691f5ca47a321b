#include "case.h"

double run(void)
{
	double f[2];
	int x = read_i(), y;
	__asm__("mov %1, %0" : "=r"(y) : "r"(x));
	f[0] = y;
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
// unresolved: 1
