/* The same, known. */
// no-finding: nonreproducible-feature
// suppressed: nonreproducible-feature
/* manifest +
suppress:
  - { rule: nonreproducible-feature, subject: "signal:time", reason: "known" }
*/
#include "case.h"

#include <time.h>

double run(void)
{
	double f[1] = { (double)time(0) - read_a() };

	return predict(f, 1);
}
