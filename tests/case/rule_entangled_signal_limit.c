/* More models than the limit. */
// finding: entangled-signal signal:a
/* manifest +
rules:
  entangled-signal: { models: 1 }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = a;
	g[0] = a + read_b();
	return predict(f, 1) * predict_next(g, 1);
}
