/* A finding that is not certain is a match all the same. */
// no-finding: stale-suppression
// suppressed: correction-cascade model:n
/* manifest +
suppress:
  - { rule: correction-cascade, subject: "model:n", reason: "released together" }
*/
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = unknown(predict(f, 1));
	return predict_next(g, 1);
}
