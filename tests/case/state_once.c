// Read only after it was written in the same invocation, although that may also be an old value.
#include "case.h"

double run(void)
{
	static double first;
	static int known;
	double f[1];
	if (!known) {
		first = read_a();
		known = 1;
	}
	f[0] = first;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
