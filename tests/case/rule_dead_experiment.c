/* A flag that nothing sets. */
// finding: dead-experiment use_v2: run
// message: dead-experiment variable never written
#include "case.h"

static int use_v2;

double run(void)
{
	double f[1];

	f[0] = read_a();
	if (use_v2)
		f[0] = read_b();
	return predict(f, 1);
}
