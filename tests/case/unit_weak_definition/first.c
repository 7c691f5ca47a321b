/* The linker takes the definition that is not weak, whoever calls it; a weak one that nothing overrides stays. */
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
#include "../case.h"

__attribute__((weak)) double scale(double x, double y)
{
	(void)x;
	return y;
}

__attribute__((weak)) double shift(double x, double y)
{
	(void)x;
	return y;
}

double run(void)
{
	double f[2], a = read_a(), b = read_b();

	f[0] = scale(a, b);
	f[1] = shift(a, b);
	return predict(f, 2);
}
