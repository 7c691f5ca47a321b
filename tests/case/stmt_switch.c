#include "case.h"

double run(void)
{
	double f[2];
	switch (read_i()) {
	case 0: f[0] = 0.1; break;
	case 1: f[0] = read_a(); break;
	default: f[0] = 0.9;
	}
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
