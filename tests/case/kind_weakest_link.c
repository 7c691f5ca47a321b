// A path is as strong as its weakest step.
#include "case.h"

static const double table[4] = { 0.1, 0.4, 0.2, 0.3 };

double run(void)
{
	double f[2];
	double level = read_a() > 0 ? 1 : 0;
	int slot = read_b() > 0 ? 1 : 2;
	f[0] = level * 2 + 1;
	f[1] = table[slot];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[1] control
