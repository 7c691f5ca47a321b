// The object outlives the invocation; what the last one wrote is read by the next.
#include "case.h"
#include <stdlib.h>

static struct pair *memory;

void start(void)
{
	memory = calloc(1, sizeof *memory);
}

double run(void)
{
	double f[2];
	f[0] = memory->x;
	f[1] = memory->y;
	memory->x = read_a();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data state
// no-edge: signal:a -> feature:run.f[1]
