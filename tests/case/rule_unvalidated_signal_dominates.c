/* Looked at, but not on every way to the use: behind another condition, after it, on another branch, as a loop's bound. */
// finding: unvalidated-signal signal:a
// finding: unvalidated-signal signal:b
// finding: unvalidated-signal signal:c
// finding: unvalidated-signal signal:i
// message: unvalidated-signal signal:b
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

double sink;

double run(int debug)
{
	double f[4], a = read_a(), b = read_b(), c = read_c();
	int i = read_i();

	if (debug && a < -100)
		sink = 1;
	f[0] = a;
	f[1] = b;
	if (debug) {
		if (c < 0)
			return 0;
		f[2] = c;
	} else {
		f[2] = c + 1;
	}
	for (int k = 0; k < i; k++)
		sink++;
	f[3] = i;
	double p = predict(f, 4);
	if (b < 0)
		sink = 2;
	return p;
}
