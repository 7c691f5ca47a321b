/* A callee that steps through a member array, nobody knows how far, stays in that array. */
#include "case.h"

struct state { double before[2]; double mine[4]; double behind[2]; };

static void update(double *mine, const double *in, int n)
{
	for (int i = 0; i < n; i++)
		mine[i] = in[0] + mine[i];
}

double run(struct state *s)
{
	double f[3], in[1] = { read_a() };
	s->before[0] = read_b();
	s->behind[0] = read_c();
	update(s->mine, in, read_i());
	f[0] = s->before[0];
	f[1] = s->mine[2];
	f[2] = s->behind[0];
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:i -> feature:run.f[2]
