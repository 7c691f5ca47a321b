/* The same with the whole object as the second argument: what is written through the one is read through the other. */
#include "case.h"

struct state { double line[8]; double other; };

static void advance(double *out, struct state *s)
{
	out[0] = read_a();
	s->other = s->line[2];
}

double run(struct state *s)
{
	double f[2];
	advance(&s->line[read_i()], s);
	f[0] = s->other;
	f[1] = s->line[3];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
