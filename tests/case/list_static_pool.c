#include "case.h"

struct slot { double value; int next; };

double run(void)
{
	struct slot pool[2] = { { read_a(), 1 }, { read_b(), -1 } };
	double f[2], sum = 0;
	for (int k = 0; k >= 0; k = pool[k].next)
		sum += pool[k].value;
	f[0] = sum;
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
