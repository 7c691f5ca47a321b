#include "case.h"

double run(void)
{
	double f[1], g[1];
	f[0] = read_a();
	g[0] = read_b();
	return predict(f, 1) + predict_next(g, 1);
}
// no-edge: prediction:m -> feature:run.g[0]
// no-edge: signal:a -> feature:run.g[0]
// no-finding: correction-cascade
