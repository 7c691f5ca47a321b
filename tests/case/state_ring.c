#include "case.h"

static double ring[4];
static unsigned head;

double run(void)
{
	double f[3], sum = 0;
	f[1] = ring[head];
	ring[head] = read_a();
	head = (head + 1) % 4;
	for (int k = 0; k < 4; k++)
		sum += ring[k];
	f[0] = sum;
	f[2] = read_b();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data state
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[0]
