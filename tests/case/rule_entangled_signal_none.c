/* A cascade is no shared signal. */
// no-finding: entangled-signal
#include "case.h"

double run(void)
{
	double f[1], g[2];

	f[0] = read_a();
	g[0] = predict(f, 1);
	g[1] = read_b();
	return predict_next(g, 2);
}
