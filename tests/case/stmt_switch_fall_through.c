// Case 0 falls into case 1, which overwrites its value.
#include "case.h"

double run(void)
{
	double f[1], x;
	switch (read_i()) {
	case 0:
		x = read_a();
		/* fall through */
	case 1:
		x = read_b();
		break;
	default:
		x = read_c();
	}
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
