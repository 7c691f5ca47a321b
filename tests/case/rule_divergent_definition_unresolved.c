/* An unknown function is a part of one of them. */
// finding: divergent-definition feature:serve.f[0]
// message: divergent-definition unknown(
#include "case.h"

double unknown(double x);

double serve(void)
{
	double f[1];

	f[0] = unknown(read_a());
	return predict(f, 1);
}

double train(void)
{
	double g[1];

	g[0] = read_a();
	return predict(g, 1);
}
