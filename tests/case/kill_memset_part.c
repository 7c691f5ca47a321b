#include "case.h"
#include <string.h>

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[2];
	memset(v, 0, sizeof *v);
	f[0] = v[0];
	f[1] = v[1];
	return predict(f, 2);
}
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
