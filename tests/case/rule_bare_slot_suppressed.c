/* The same, known. */
// no-finding: bare-slot
// suppressed: bare-slot
/* manifest +
rules:
  bare-slot: note
suppress:
  - { rule: bare-slot, subject: "model:m", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[3];

	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return predict(f, 3);
}
