// A volatile object may be changed from outside: a leaf.
#include "case.h"

volatile int port;

double run(void)
{
	double f[1];
	f[0] = port;
	return predict(f, 1);
}
// edge: signal:port -> feature:run.f[0] data
// finding: undeclared-source
