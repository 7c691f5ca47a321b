#include "case.h"

double run(void)
{
	double f[1], result = 0;
	f[0] = read_a();
	if (read_i())
		result = predict(f, 1);
	return result;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
