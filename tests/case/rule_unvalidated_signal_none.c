/* Checked before it is used. */
// no-finding: unvalidated-signal
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

double run(void)
{
	double f[1], a = read_a();

	if (a < 0)
		return 0;
	f[0] = a;
	return predict(f, 1);
}
