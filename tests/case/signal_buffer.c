#include "case.h"

double run(void)
{
	double block[4], f[2];
	read_block(block, 4);
	f[0] = block[0] + block[3];
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:block -> feature:run.f[0] data
// no-edge: signal:block -> feature:run.f[1]
