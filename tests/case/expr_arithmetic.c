#include "case.h"

double run(void)
{
	double f[2];
	f[0] = 2 * read_a() + 1;
	f[1] = read_b() - read_c() / 3;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// edge: feature:run.f[0] -> model:m data
// edge: feature:run.f[1] -> model:m data
// edge: model:m -> prediction:m data
// unresolved: 0
