/* A loop that takes many steps: what goes to the arrays of a record stays in them, and the settings beside them are what they
   were set to. */
#include "case.h"
#include <stdlib.h>

struct levels { size_t n; float slow[64], fast[64], gain, out[64]; };

static void follow(struct levels *l, const float *x)
{
	for (size_t k = 0; k < 3; k++)
		for (size_t i = 0; i < l->n; i++) {
			float by = l->slow[i] > 1 ? 40 / l->slow[i] : 40;
			if (x[i] > l->fast[i])
				l->fast[i] += .25f * by;
			else
				l->fast[i] -= .75f * by;
			if (x[i] - l->fast[i] < .01f)
				l->slow[i] += 1;
			l->out[i] = l->fast[i];
		}
}

static struct levels *levels;

void start(void)
{
	levels = calloc(1, sizeof *levels);
	levels->n = read_i();
	levels->gain = read_c();
}

void run(void)
{
	float x[64];
	for (int i = 0; i < 64; i++)
		x[i] = read_a();
	for (int t = 0; t < 12; t++) {
		follow(levels, x);
		follow(levels, x);
		follow(levels, x);
		follow(levels, x);
		follow(levels, x);
		follow(levels, x);
	}
	double f[2] = { levels->gain, levels->out[3] };
	predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data state
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] control state?
