/* An unknown function may set the flag. */
// no-finding: dead-experiment
#include "case.h"

void unknown(int *flag);
static int use_v2;

double run(void)
{
	double f[1];

	unknown(&use_v2);
	f[0] = read_a();
	if (use_v2)
		f[0] = read_b();
	return predict(f, 1);
}
