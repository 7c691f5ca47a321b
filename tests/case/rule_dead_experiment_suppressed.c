/* The same, known. */
// no-finding: dead-experiment
// suppressed: dead-experiment
/* manifest +
suppress:
  - { rule: dead-experiment, subject: "use_v2: run", reason: "known" }
*/
#include "case.h"

static int use_v2;

double run(void)
{
	double f[1];

	f[0] = read_a();
	if (use_v2)
		f[0] = read_b();
	return predict(f, 1);
}
