#include "case.h"
#include <string.h>

double run(void)
{
	double f[2] = {read_a(), read_b()};
	memset(f, 0, sizeof f);
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
