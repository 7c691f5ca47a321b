#include "case.h"

double run(double x, double y)
{
	double f[2];
	f[0] = x;
	f[1] = y > 0 ? 1 : 0;
	return predict(f, 2);
}
// edge: signal:run.x -> feature:run.f[0] data
// edge: signal:run.y -> feature:run.f[1] control
// no-edge: signal:run.y -> feature:run.f[0]
// finding: undeclared-source
