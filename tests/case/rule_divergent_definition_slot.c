/* Two arrays for the same slot of one model. */
// finding: divergent-definition feature:serve.f[0]
// message: divergent-definition , both input 0 of model:m, are computed in two ways
#include "case.h"

double serve(void)
{
	double f[1];

	f[0] = read_a() / 100;
	return predict(f, 1);
}

double train(void)
{
	double g[1];

	g[0] = read_a() / 10;
	return predict(g, 1);
}
