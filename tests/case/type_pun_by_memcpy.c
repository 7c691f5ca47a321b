#include "case.h"
#include <string.h>

double run(void)
{
	double f[1], x = read_a();
	unsigned long bits;
	memcpy(&bits, &x, sizeof bits);
	f[0] = (double)(bits >> 52);
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
