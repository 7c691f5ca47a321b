/* The one that is known is marked; the one beside it is still reported, alone. */
// finding: unused-feature feature:run.f[1]
// suppressed: unused-feature feature:run.f[2]
/* manifest +
suppress:
  - { rule: unused-feature, subject: "feature:run.f[2]", reason: "the next model reads it" }
*/
#include "case.h"

double run(void)
{
	double f[3];

	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return predict(f, 1);
}
