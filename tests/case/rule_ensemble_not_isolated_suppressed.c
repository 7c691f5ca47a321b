/* The same, known. */
// no-finding: ensemble-not-isolated
// suppressed: ensemble-not-isolated
/* manifest +
suppress:
  - { rule: ensemble-not-isolated, subject: "consumer:run", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1], a = read_a();

	f[0] = a;
	g[0] = a + read_b();
	return 0.5 * (predict(f, 1) + predict_next(g, 1));
}
