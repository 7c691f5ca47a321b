/* The gate is meant to be there. */
// no-finding: gated-stage
// suppressed: gated-stage model:n
/* manifest +
suppress:
  - { rule: gated-stage, subject: "model:n", reason: "tested together" }
*/
#include "case.h"

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = predict(f, 1) > 0.5 ? read_b() : 0;
	return predict_next(g, 1);
}
