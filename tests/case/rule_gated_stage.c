// The first model only chooses what the second one sees.
#include "case.h"

double run(void)
{
	double f[1], g[1];
	f[0] = read_a();
	g[0] = predict(f, 1) > 0.5 ? read_b() : 0;
	return predict_next(g, 1);
}
// edge: prediction:m -> feature:run.g[0] control
// finding: gated-stage model:n
// edge: signal:b -> feature:run.g[0] data
