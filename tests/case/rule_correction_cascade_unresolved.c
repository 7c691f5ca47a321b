/* What the function in between does with the prediction is not known. */
// finding: correction-cascade model:n
// message: correction-cascade not certain: 1 of 2 edges
// edge: prediction:m -> feature:run.g[0] data assumed
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = unknown(predict(f, 1));
	return predict_next(g, 1);
}
