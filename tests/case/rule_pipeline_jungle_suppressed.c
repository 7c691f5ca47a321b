/* The same, known. */
// no-finding: pipeline-jungle
// suppressed: pipeline-jungle
/* manifest +
rules:
  pipeline-jungle: { functions: 2 }
suppress:
  - { rule: pipeline-jungle, subject: "model:m", reason: "known" }
*/
#include "case.h"

static double two(double x) { return x * 2; }
static double three(double x) { return two(x) + 1; }
static double four(double x) { return three(x) * read_b(); }

double run(void)
{
	double f[1] = { four(read_a()) };

	return predict(f, 1);
}
