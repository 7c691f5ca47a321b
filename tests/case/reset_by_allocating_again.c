// State is reset when memory full of zeros takes its place: what decides that decides what is there.
#include "case.h"
#include <stdlib.h>

struct state { double sum, last; };
static struct state *state;

int main(void)
{
	struct state *other = NULL;

	while (read_j()) {
		double f[4];
		if (read_c() > 0) {
			free(state);
			state = NULL;
		}
		if (!state)
			state = calloc(1, sizeof *state);
		f[0] = state->sum;
		state->sum += read_b();
		state->last = read_a();
		f[1] = state->last;
		if (!other || read_d() > 0)
			other = calloc(1, sizeof *other);
		f[2] = other->sum;
		other->sum += read_a();
		other->last = read_b();
		f[3] = other->last;
		predict(f, 4);
	}
	return 0;
}
// edge: signal:b -> feature:main.f[0] data state
// edge: signal:c -> feature:main.f[0] control
// edge: signal:a -> feature:main.f[1] data
// edge: signal:a -> feature:main.f[2] data state
// edge: signal:d -> feature:main.f[2] control
// edge: signal:b -> feature:main.f[3] data
// no-edge: signal:c -> feature:main.f[1]
// no-edge: signal:a -> feature:main.f[0]
