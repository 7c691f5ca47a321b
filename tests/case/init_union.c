#include "case.h"

double run(void)
{
	union { int number; double value; } first = { read_i() }, second = { .value = read_a() };
	double f[2];
	f[0] = first.number;
	f[1] = second.value;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[0]
