#include "case.h"
#include <string.h>

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	memmove(v, v + 1, 2 * sizeof *v);
	v[2] = read_d();
	f[0] = v[0];
	f[1] = v[2];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
