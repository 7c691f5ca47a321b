/* The same, corrected by a function. */
#include "case.h"

static int clip(double *v, double high)
{
	if (*v <= high)
		return 0;
	*v = high;
	return 1;
}

void run(void)
{
	double v[200], high = read_c(), base = read_a(), f[2];
	int clipped = 0;

	for (int k = 0; k < 200; k++) {
		v[k] = base + k;
		clipped += clip(v + k, high);
	}
	f[0] = v[50];
	f[1] = clipped;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:c -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1]
// edge: signal:c -> feature:run.f[1]
