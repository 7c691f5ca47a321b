/* Who goes on where the call failed has what is there then; who does not ask has both. */
#include "case.h"

struct state { double x, y; };

static int next(struct state *s, double x, double y)
{
	if (x < 0) {
		s->x = x;
		return -1;
	}
	s->x = y;
	return 0;
}

void failed(struct state *s)
{
	double f[1];

	if (next(s, read_a(), read_b()) == 0)
		return;
	f[0] = s->x;
	predict(f, 1);
}

void whatever(struct state *s)
{
	double f[1];
	int error = next(s, read_c(), read_d());

	f[0] = s->x;
	if (error > 0)
		f[0] = 0;
	predict_next(f, 1);
}
// edge: signal:a -> feature:failed.f[0] data
// no-edge: signal:b -> feature:failed.f[0]
// edge: signal:c -> feature:whatever.f[0] data
// edge: signal:d -> feature:whatever.f[0] data
