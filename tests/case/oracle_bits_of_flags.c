// A set of flags: each condition decides about one bit.
// known-bug: the bits of one integer are one value
#include "case.h"

double run(void)
{
	unsigned set = 0;
	double f[2];
	if (read_a() > 0)
		set |= 1u;
	if (read_b() > 0)
		set |= 2u;
	f[0] = set & 1;
	f[1] = set;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[1] control
// edge: signal:b -> feature:run.f[1] control
// no-edge: signal:b -> feature:run.f[0]
