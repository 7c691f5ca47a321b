#include "case.h"

double run(void)
{
	double f[1], x = read_a();
	if (read_i())
		goto done;
	x = read_b();
done:
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
