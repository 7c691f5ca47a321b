/* Moving a part of an array that was filled at an unknown place changes no other member. */
#include "case.h"
#include <string.h>

struct state { double line[8]; double behind[4]; };

double run(struct state *s)
{
	double f[3];
	s->behind[1] = read_b();
	s->line[read_i()] = read_a();
	memmove(s->line, s->line + 4, 4 * sizeof s->line[0]);
	f[0] = s->line[1];
	f[1] = s->behind[1];
	f[2] = s->line[6];
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
