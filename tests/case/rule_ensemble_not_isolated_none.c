/* Disjoint inputs. */
// no-finding: ensemble-not-isolated
#include "case.h"

double run(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };

	return 0.5 * (predict(f, 1) + predict_next(g, 1));
}
