#include "case.h"

double run(void)
{
	double f[1];
	int old = 0;
	if (read_a() > 65)
		old = 1;
	if (old)
		f[0] = 0.8;
	else
		f[0] = 0.2;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
