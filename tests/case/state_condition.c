#include "case.h"

double run(void)
{
	static int calm;
	double f[1];
	f[0] = calm ? 0.5 : 2;
	if (read_a() < 1)
		calm = 1;
	else
		calm = 0;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control state
