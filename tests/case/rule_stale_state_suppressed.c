/* The same, known. */
// no-finding: stale-state
// suppressed: stale-state
/* manifest +
suppress:
  - { rule: stale-state, subject: "feature:run.f[0]", reason: "known" }
*/
#include "case.h"

static double price;

double run(void)
{
	double f[1];

	if (read_i())
		price = read_a();
	f[0] = price;
	return predict(f, 1);
}
