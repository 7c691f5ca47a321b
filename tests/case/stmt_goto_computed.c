#include "case.h"

double run(void)
{
	static void *const targets[] = { &&first, &&second };
	double f[2], x;
	goto *targets[read_i() & 1];
first:
	x = read_a();
	goto done;
second:
	x = read_b();
done:
	f[0] = x;
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
