// A condition that decides between equal constants decides nothing.
#include "case.h"
double run(void)
{
	double f[4] = { 0 };
	if (read_i()) f[0] = 1; else f[0] = 1;
	switch (read_j()) { case 1: f[1] = 1; break; case 2: f[1] = 1; break; default: f[1] = 1; }
	f[2] = read_i() ? 2.0 : 2.0;
	return predict(f, 3);
}
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[2]
