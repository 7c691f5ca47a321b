/* A loop with many rounds that fills an array and corrects what it wrote. */
#include "case.h"

void run(void)
{
	double v[200], high = read_c(), low = read_b(), base = read_a(), f[1];

	for (int k = 0; k < 200; k++) {
		v[k] = base + k;
		if (v[k] > high)
			v[k] = low;
	}
	f[0] = v[50];
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] control
