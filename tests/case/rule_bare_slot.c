/* Three slots without a name. */
// finding: bare-slot model:m
/* manifest +
rules:
  bare-slot: note
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
