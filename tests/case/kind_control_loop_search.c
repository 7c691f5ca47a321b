#include "case.h"

static const double bounds[4] = { 1, 5, 20, 100 };

double run(void)
{
	double f[1], a = read_a();
	int k = 0;
	while (k < 4 && a > bounds[k])
		k++;
	f[0] = k;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
