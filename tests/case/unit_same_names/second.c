#include "../case.h"

static double f[1];

static void run(void)
{
	double g[1] = { read_b() };
	f[0] = read_d();
	predict_next(f, 1);
	if (predict_next(g, 1) > 0.5)
		write_out(1);
}

void start_second(void)
{
	run();
}
// edge: signal:b -> feature:unit_same_names/second.c:run.g[0] data
// edge: signal:d -> feature:unit_same_names/second.c:f[0] data
// edge: feature:unit_same_names/second.c:f[0] -> model:n
// edge: prediction:n -> consumer:unit_same_names/second.c:run
// no-edge: feature:unit_same_names/second.c:run.g[0] -> model:m
