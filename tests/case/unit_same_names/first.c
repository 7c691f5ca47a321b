// Static functions and variables of one name in two files stay apart, and are told apart by their file.
#include "../case.h"

static double f[1];

static void run(void)
{
	double g[1] = { read_a() };
	f[0] = read_c();
	predict(f, 1);
	predict(g, 1);
}

void start_first(void)
{
	run();
}
// edge: signal:a -> feature:unit_same_names/first.c:run.g[0] data
// edge: signal:c -> feature:unit_same_names/first.c:f[0] data
// edge: feature:unit_same_names/first.c:f[0] -> model:m
// edge: feature:unit_same_names/first.c:run.g[0] -> model:m
// no-edge: signal:a -> feature:unit_same_names/second.c:run.g[0]
// no-edge: feature:unit_same_names/first.c:run.g[0] -> model:n
