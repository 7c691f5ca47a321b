#include "case.h"

/* A loop that is not unrolled stores at an unknown element, and at a known one behind it. */
double run(void)
{
	double v[8] = { 1, 1, 1, 1, 1, 1, 1, 1 }, f[4];
	double w[8] = { 0, read_b(), 0, read_c() };
	int n = read_i(), first = read_j() & 3;
	for (int k = 0; k < n; k++) {
		v[k & 7] = read_a();
		v[2] = 0;
	}
	f[0] = v[6];
	f[1] = v[2];
	w[first] = 0;
	w[2] = 0;
	for (int k = 0; k < n; k++)
		w[0] = 1;
	f[2] = w[3];
	f[3] = w[1];
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
// edge: signal:j -> feature:run.f[2] index
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:b -> feature:run.f[3] data
// edge: signal:j -> feature:run.f[3] index
