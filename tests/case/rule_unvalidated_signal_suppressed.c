/* The same, known. */
// no-finding: unvalidated-signal signal:a
// suppressed: unvalidated-signal signal:a
/* manifest +
rules:
  unvalidated-signal: note
suppress:
  - { rule: unvalidated-signal, subject: "signal:a", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
