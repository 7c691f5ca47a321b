// Elements behind what the model reads are called by their enumerators, as the others are.
#include "case.h"

enum { AGE, CTR, LEGACY, COUNT };

double run(void)
{
	double f[COUNT];

	f[AGE] = read_a();
	f[CTR] = read_b();
	f[LEGACY] = read_c();
	return predict(f, 2);
}
// finding: unused-feature feature:run.f[2]
// message: unused-feature feature:run.f[2] (run.f[LEGACY])
