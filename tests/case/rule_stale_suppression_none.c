/* It matches. */
// no-finding: stale-suppression
// no-finding: unmonitored-prediction
/* manifest +
suppress:
  - { rule: unmonitored-prediction, subject: "model:m", reason: "known" }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
