/* One signal feeds two models. */
// finding: entangled-signal model:m + model:n
// message: entangled-signal share 1 signal: signal:a
#include "case.h"

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = a;
	g[0] = a + read_b();
	return predict(f, 1) * predict_next(g, 1);
}
