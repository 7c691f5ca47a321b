/* The prediction decides only whether the second model runs, which is a guard. */
// no-finding: gated-stage
// no-finding: correction-cascade
#include "case.h"

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	if (predict(f, 1) < 0.5)
		return 0;
	g[0] = read_b();
	return predict_next(g, 1);
}
