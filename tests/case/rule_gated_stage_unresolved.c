/* An unknown function makes the condition. */
// finding: gated-stage model:n
// message: gated-stage not certain
#include "case.h"

int unknown(double x);

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = unknown(predict(f, 1)) ? read_b() : 0;
	return predict_next(g, 1);
}
