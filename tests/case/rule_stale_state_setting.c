/* A setting has a default and is replaced by another entry point when what it is given is valid: nothing is left over
   from an earlier example. */
#include "case.h"

static int rate = 8;

int set_rate(void)
{
	int r = read_i();

	if (r < 1 || r > 48)
		return -1;
	rate = r;
	return 0;
}

void run(void)
{
	double f[1];

	f[0] = read_a() * rate;
	predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data state
// no-finding: stale-state feature:run.f[0]
