#include "case.h"
#include <string.h>

double run(void)
{
	unsigned char level[4], other[4];
	memset(level, read_i(), sizeof level);
	memset(other, read_j(), sizeof other);
	double f[1] = {level[2]};
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:j -> feature:run.f[0]
