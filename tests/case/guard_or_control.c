// The same condition guards one feature and decides on another.
#include "case.h"

double run(void)
{
	double f[2] = { 0 };
	int i = read_i();
	if (i > 1)
		f[0] = read_a();
	if (i) {
		f[1] = read_b();
		return predict(f, 2);
	}
	return 0;
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[1]
