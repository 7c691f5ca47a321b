/* A declared ensemble. */
// finding: ensemble-not-isolated ensemble:blend
// no-finding: ensemble-not-isolated consumer:run
/* manifest +
ensembles:
  - { name: blend, models: [m, n] }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = a;
	g[0] = a + read_b();
	return 0.5 * (predict(f, 1) + predict_next(g, 1));
}
