/* manifest +
features:
  - { field: [ "input.level", "input.other" ] }
*/
/* A declared feature that is read and nothing here computes: callers hand it over. */
#include "case.h"

struct input { double level, other; };

double run(const struct input *in)
{
	double f[1] = { in->level };

	return predict(f, 1);
}
// message: unused-feature feature:input.level is declared and nothing here computes it: it comes in from outside
// message: unused-feature feature:input.other is declared and nothing computes it
