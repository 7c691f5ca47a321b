#include "case.h"

double run(void)
{
	double f[1], x;
	for (;;) {
		x = read_a();
		if (x > 0)
			break;
	}
	f[0] = x + read_b();
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
