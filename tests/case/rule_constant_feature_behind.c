/* manifest +
features:
  - { variable: [offset, trend] }
*/
/* What only other features are made of is no input of a model: that it never changes is not said of it. */
#include "case.h"

double offset, trend;

double run(void)
{
	offset = 3;
	trend = trend * .9 + read_a() - offset;
	double f[1] = { trend };
	return predict(f, 1);
}
// edge: feature:offset -> feature:trend data
// no-finding: constant-feature feature:offset
