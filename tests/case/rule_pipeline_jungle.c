/* More functions than the limit. */
// finding: pipeline-jungle model:m
// message: pipeline-jungle functions (limit 2)
/* manifest +
rules:
  pipeline-jungle: { functions: 2 }
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
