/* Each branch calls the same function, which counts alike in all of them: the choice does not reach the counter. */
#include "case.h"

struct filter { double level; int count; };
static struct filter state;

static void update(struct filter *s, double x, double y)
{
	s->level += x + y;
	s->count++;
	if (s->count > 100)
		s->count = 0;
}

void run(void)
{
	double x = read_a(), y = read_b(), f[2];

	switch (read_i()) {
	case 0:
		update(&state, x, 0);
		break;
	case 1:
		update(&state, x, 2 * y);
		break;
	default:
		update(&state, x, y);
	}
	f[0] = state.level;
	f[1] = state.count;
	predict(f, 2);
}
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
