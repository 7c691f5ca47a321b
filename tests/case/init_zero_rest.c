#include "case.h"

double run(void)
{
	double x = read_a();
	for (int k = 0; k < 2; k++) {
		struct pair p = { .x = x };
		double f[2];
		f[0] = p.x;
		f[1] = p.y;
		p.y = read_b();
		x = predict(f, 2) + p.y;
	}
	return x;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[1]
