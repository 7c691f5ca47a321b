/* The suppression that matches nothing is kept on purpose. */
// no-finding: stale-suppression
// suppressed: stale-suppression unused-feature: feature:none
/* manifest +
suppress:
  - { rule: unused-feature, subject: "feature:none", reason: "comes and goes with an option" }
  - { rule: stale-suppression, subject: "unused-feature: feature:none", reason: "see there" }
*/
#include "case.h"

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
