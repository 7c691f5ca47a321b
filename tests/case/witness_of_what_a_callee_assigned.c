// What a function leaves in memory is shown where it is assigned, what decides about it at the condition.
#include "case.h"

struct state {
	double high;
	int count;
};
struct encoder {
	int complexity;
	struct state state;
};

static void keep(struct state *s, double x)
{
	s->high = x;
	s->count++;
}

static void reset(struct state *s)
{
	s->high = 0;
	s->count = 0;
}

double encode(struct encoder *e)
{
	double f[1] = { e->state.high };
	double result = predict(f, 1);

	if (e->complexity >= 7)
		keep(&e->state, read_a());
	else
		reset(&e->state);
	return result;
}
// edge: signal:a -> feature:encode.f[0] data state
// step: signal:a -> feature:encode.f[0] assigned: s->high = x;
// edge: signal:encoder.complexity -> feature:encode.f[0] control state
// step: signal:encoder.complexity -> feature:encode.f[0] decides: if (e->complexity >= 7)
// step: signal:encoder.complexity -> feature:encode.f[0] assigned: s->high =
