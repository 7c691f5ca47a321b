#include "case.h"

extern double calibration;

double run(void)
{
	double f[2];
	f[0] = calibration;
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:calibration -> feature:run.f[0] data
// no-edge: signal:calibration -> feature:run.f[1]
// finding: undeclared-source
