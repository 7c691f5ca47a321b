// The first model only decides whether the second one runs.
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
// no-edge: prediction:m -> feature:run.g[0]
// no-finding: feedback-loop
