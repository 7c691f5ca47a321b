/* What they share goes through an unknown function. */
// finding: ensemble-not-isolated consumer:run
// message: ensemble-not-isolated not certain
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = unknown(a);
	g[0] = a;
	return 0.5 * (predict(f, 1) + predict_next(g, 1));
}
