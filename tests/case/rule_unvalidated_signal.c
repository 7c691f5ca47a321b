/* Nothing looks at it. */
// finding: unvalidated-signal signal:a
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
