/* The plug-ins are known not to matter. */
// no-finding: unresolved-dependency
// suppressed: unresolved-dependency run: *
/* manifest +
suppress:
  - { rule: unresolved-dependency, subject: "run: *", reason: "the plug-in is a filter" }
*/
#include "case.h"

extern double (*hook)(double);

double run(void)
{
	double f[1] = { hook(read_a()) };

	return predict(f, 1);
}
