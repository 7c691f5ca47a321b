#include "case.h"

double run(void)
{
	double f[2] = { 0 };
	f[0] = read_a();
	if (read_i())
		f[1] = read_b();
	return predict(f, 2);
}
// no-finding: unused-feature
