#include "case.h"
#include <stdlib.h>

struct series {
	int count;
	double values[];
};

double run(void)
{
	struct series *s = malloc(sizeof *s + 2 * sizeof(double));
	double f[2];
	s->count = read_i();
	s->values[0] = read_a();
	s->values[1] = read_b();
	f[0] = s->values[1];
	f[1] = s->count;
	free(s);
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
