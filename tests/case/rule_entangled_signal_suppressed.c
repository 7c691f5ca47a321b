/* The same, known. */
// no-finding: entangled-signal
// suppressed: entangled-signal
/* manifest +
suppress:
  - { rule: entangled-signal, subject: "signal:a", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = a;
	g[0] = a + read_b();
	return predict(f, 1) * predict_next(g, 1);
}
