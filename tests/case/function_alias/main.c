#include "../case.h"

void board_filter(double x);
double scale(double x);
double average;

double chosen(double x)
{
	return x * read_d();
}

void run(void)
{
	double f[3];

	board_filter(read_a());
	f[0] = average;
	f[1] = scale(read_b());
	f[2] = chosen(read_c());
	predict(f, 3);
}

// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-node: signal:filter_default.x
// unresolved: 0
