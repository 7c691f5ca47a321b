/* Through an unknown function as well. */
// finding: pipeline-jungle model:m
// message: pipeline-jungle not certain
/* manifest +
rules:
  pipeline-jungle: { functions: 2 }
*/
#include "case.h"

double unknown(double x);
static double two(double x) { return x * 2; }
static double three(double x) { return two(x) + 1; }
static double four(double x) { return three(x) * read_b(); }

double run(void)
{
	double f[1] = { unknown(four(read_a())) };

	return predict(f, 1);
}
