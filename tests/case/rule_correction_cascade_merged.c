/* Both predictions are merged in the end: the second model corrects the first one. */
// finding: correction-cascade model:n
// message: correction-cascade a correction: consumer:run
#include "case.h"

static double kept;

void run(void)
{
	double f[1], g[1], p, q;

	f[0] = read_a();
	p = predict(f, 1);
	g[0] = p;
	q = predict_next(g, 1);
	kept = 0.3 * p + 0.7 * q;
}
