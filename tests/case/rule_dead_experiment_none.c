/* A flag that is set, one whose address is known elsewhere, and one that guards no feature. */
// no-finding: dead-experiment
#include "case.h"

static int use_v2, verbose, shared;

void option(int on)
{
	use_v2 = on;
}

int *share(void)
{
	return &shared;
}

double run(void)
{
	double f[1];

	f[0] = read_a();
	if (use_v2)
		f[0] = read_b();
	if (shared)
		f[0] = read_c();
	if (verbose)
		read_i();
	return predict(f, 1);
}
