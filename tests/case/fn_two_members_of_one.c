/* A function that gets an element of one member and another member of the same object keeps the two apart. */
#include "case.h"

struct state { double line[8]; double other; double memory[2]; };

static void filter(double *out, double *memory, double x)
{
	out[0] = memory[0] + x;
	memory[1] = read_c();
}

double run(struct state *s)
{
	double f[3];
	s->other = read_b();
	s->memory[0] = read_d();
	filter(&s->line[read_i()], s->memory, read_a());
	f[0] = s->other;
	f[1] = s->memory[1];
	f[2] = s->line[3];
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[2]
