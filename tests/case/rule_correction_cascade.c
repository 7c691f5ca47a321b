#include "case.h"

double run(void)
{
	double f[1], g[2];
	f[0] = read_a();
	g[0] = predict(f, 1);
	g[1] = read_b();
	return predict_next(g, 2);
}
// edge: prediction:m -> feature:run.g[0] data
// edge: feature:run.g[0] -> model:n data
// edge: signal:b -> feature:run.g[1] data
// no-edge: signal:a -> feature:run.g[0]
// no-edge: prediction:m -> feature:run.g[1]
// no-edge: feature:run.f[0] -> model:n
// finding: correction-cascade
