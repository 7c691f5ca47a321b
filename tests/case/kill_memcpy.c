#include "case.h"
#include <string.h>

double run(void)
{
	double v[2] = { read_a(), read_b() }, w[2] = { read_c(), read_d() }, f[2];
	memcpy(v, w, sizeof v);
	f[0] = v[0];
	f[1] = v[1];
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:d -> feature:run.f[0]
