#include "case.h"

double run(void)
{
	double f[1], x = 0;
	if (read_a() > 0) {
		if (read_b() > 0)
			x = 1;
	}
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] control
