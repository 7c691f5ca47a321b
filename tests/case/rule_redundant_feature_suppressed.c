/* The same, known. */
// no-finding: redundant-feature
// suppressed: redundant-feature
/* manifest +
suppress:
  - { rule: redundant-feature, subject: "feature:run.f[1]", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[2], age = read_a();

	f[0] = age;
	f[1] = (age - 40) / 10;
	return predict(f, 2);
}
