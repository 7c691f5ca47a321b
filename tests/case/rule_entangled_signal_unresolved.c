/* Through an unknown function. */
// finding: entangled-signal signal:a
// message: entangled-signal not certain
/* manifest +
rules:
  entangled-signal: { models: 1 }
*/
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = unknown(a);
	g[0] = unknown(a);
	return predict(f, 1) * predict_next(g, 1);
}
