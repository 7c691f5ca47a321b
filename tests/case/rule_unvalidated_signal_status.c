/* The status of the call that reads counts for what it read, where it is looked at. */
// finding: unvalidated-signal signal:late
// no-finding: unvalidated-signal signal:early
/* manifest
version: 1
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
signals:
  - { function: get_early, value: 0, name: early }
  - { function: get_late, value: 0, name: late }
rules:
  unvalidated-signal: note
*/
#include "case.h"

int get_early(double *to), get_late(double *to);

double run(void)
{
	double f[2], x;

	if (get_early(&x) != 0)
		return 0;
	f[0] = x;
	get_late(&f[1]);
	return predict(f, 2);
}
