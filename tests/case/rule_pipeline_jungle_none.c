/* Within the limits that hold without a setting. */
// no-finding: pipeline-jungle
#include "case.h"

static double two(double x) { return x * 2; }
static double three(double x) { return two(x) + 1; }
static double four(double x) { return three(x) * read_b(); }

double run(void)
{
	double f[1] = { four(read_a()) };

	return predict(f, 1);
}
