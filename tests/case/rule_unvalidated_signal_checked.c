/* Checked on every way: two conditions in one, a clamp, not a number, after the assignment but before the model. */
// no-finding: unvalidated-signal
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

double run(void)
{
	double f[4], a = read_a(), b = read_b(), c = read_c(), d = read_d();

	if (a < 0 || b < 0)
		return 0;
	f[0] = a;
	f[1] = b / 2;
	f[2] = c > 1 ? 1 : c;
	f[3] = d;
	if (f[3] != f[3])
		return 0;
	return predict(f, 4);
}
