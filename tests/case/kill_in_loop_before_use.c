#include "case.h"

double run(void)
{
	double best = 0, t = read_a();
	for (int k = 0; k < read_i(); k++) {
		double f[1];
		t = read_b();
		f[0] = t;
		t = read_c();
		best += predict(f, 1) + t;
	}
	return best;
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
