/* The same, known. */
// no-finding: constant-feature
// suppressed: constant-feature
/* manifest +
suppress:
  - { rule: constant-feature, subject: "feature:run.f[1]", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = 1.0;
	return predict(f, 2);
}
