/* Two models that are released together. */
// no-finding: correction-cascade
// suppressed: correction-cascade model:n
/* manifest +
suppress:
  - { rule: correction-cascade, subject: "model:n", reason: "released together" }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = predict(f, 1);
	return predict_next(g, 1);
}
