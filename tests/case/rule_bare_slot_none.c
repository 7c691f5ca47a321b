/* Slots named by enumerators. */
// no-finding: bare-slot
/* manifest +
rules:
  bare-slot: note
*/
#include "case.h"

enum { AGE, PRICE, HOUR };

double run(void)
{
	double f[3];

	f[AGE] = read_a();
	f[PRICE] = read_b();
	f[HOUR] = read_c();
	return predict(f, 3);
}
