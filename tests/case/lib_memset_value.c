#include "case.h"
#include <string.h>

double run(void)
{
	unsigned char v[4];
	double f[2];
	memset(v, read_i(), sizeof v);
	f[0] = v[2];
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
