#include "case.h"

double run(void)
{
	double result = 0;
	if (read_i()) {
		double f[2];
		f[0] = read_a();
		f[1] = read_b() > 0 ? 1 : 0;
		result = predict(f, 2);
	}
	return result;
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] control
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
