// Only the compared bytes count.
#include "case.h"
#include <string.h>

double run(void)
{
	int row[2] = {read_i(), read_j()}, zero[2] = {0, 0};
	double f[1] = {memcmp(row, zero, sizeof row[0])};
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:j -> feature:run.f[0]
