#include "case.h"

/* A macro that is empty in this build leaves conditions of which both ways go to the same place. */
#define LOG(...)

double run(void)
{
	double v[4] = { 0, 0, read_a(), read_b() }, f[4];
	int chosen = read_i() > 0 ? 3 : 2, n = read_j();
	if (chosen != 3) {
		LOG("chosen %d", chosen);
	}
	f[0] = v[chosen];
	if (n > 10)
		LOG("too many");
	f[1] = n > 10 ? read_c() : read_d();
	f[2] = 0;
	for (int i = 0; i < 3; i++) {
		f[2] += n;
		if (n > 3)
			continue;
	}
	f[3] = n > 3 ? 1 : 2;
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] control
// edge: signal:j -> feature:run.f[2] data
// edge: signal:j -> feature:run.f[3] control
