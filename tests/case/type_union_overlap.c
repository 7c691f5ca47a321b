#include "case.h"

double run(void)
{
	union { double value; unsigned char bytes[8]; } u;
	double f[1];
	u.value = read_a();
	f[0] = u.bytes[7];
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
