/* An unknown function may check it. */
// finding: unvalidated-signal signal:a
// message: unvalidated-signal not certain
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[1] = { unknown(read_a()) };

	return predict(f, 1);
}
