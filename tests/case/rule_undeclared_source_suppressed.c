/* A source that needs no declaration. */
// no-finding: undeclared-source
// suppressed: undeclared-source signal:run.x
/* manifest +
suppress:
  - { rule: undeclared-source, subject: "signal:run.x", reason: "only used in examples" }
*/
#include "case.h"

double run(double x)
{
	double f[1] = { x };

	return predict(f, 1);
}
