#include "case.h"

double run(void)
{
	double f[1], x = read_a();
	unsigned char *bytes = (unsigned char *)&x;
	f[0] = bytes[3];
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
