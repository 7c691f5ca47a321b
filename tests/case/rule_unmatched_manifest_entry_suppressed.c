/* The function is there in another build. */
// no-finding: unmatched-manifest-entry
// suppressed: unmatched-manifest-entry function: read_e
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_e, name: e }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
suppress:
  - { rule: unmatched-manifest-entry, subject: "function: read_e", reason: "only on the device" }
*/
#include "case.h"

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
