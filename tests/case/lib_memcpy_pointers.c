// Copied pointers still point to what they did.
#include "case.h"
#include <string.h>

double run(void)
{
	double x = read_a(), y = read_b(), *v[2] = { &x, &y }, *w[2], f[2];
	memcpy(w, v, sizeof w);
	f[0] = *w[0];
	f[1] = *w[1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
