#include "case.h"
#include "engine.h"

static double twice(double x)
{
	return 2 * x;
}

int main(void)
{
	double f[2];
	engine_register(twice);
	f[0] = engine_extract(read_a());
	f[1] = read_b();
	return predict(f, 2) > 0.5;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
// unresolved: 0
