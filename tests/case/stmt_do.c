#include "case.h"

double run(void)
{
	double f[1], x;
	do
		x = read_a();
	while (x < 0);
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
