#include "case.h"
#include <string.h>

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[3];
	f[0] = read_c();
	memcpy(f + 1, v, sizeof v);
	return predict(f, 3);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
