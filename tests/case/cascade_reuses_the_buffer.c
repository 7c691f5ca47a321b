#include "case.h"

double run(void)
{
	double f[2], first;
	f[0] = read_a();
	f[1] = read_b();
	first = predict(f, 2);
	f[0] = first;
	return predict_next(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: prediction:m -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: prediction:m -> feature:run.f[1]
// finding: correction-cascade
// no-finding: feedback-loop
// no-finding: unused-feature
