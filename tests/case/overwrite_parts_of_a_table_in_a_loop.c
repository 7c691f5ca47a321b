/* A table that is set up from both ends, in places that are not known and in such that are: the rounds of the loop around
   come to an end, and what else the loop does is followed. */
#include "case.h"

#include <math.h>
#include <stdlib.h>

static void set_up(int n, int *sizes, float *w)
{
	sizes[0] = n;
	for (int j = 2; j < n / 2; j += 2) {
		w[j] = cosf((float)j);
		w[j + 1] = sinf((float)j);
		w[n - j] = sinf((float)j);
	}
}

static void finish(int n, float *c)
{
	for (int j = 1; j < n / 2; j++) {
		c[j] = cosf((float)j);
		c[n - j] = sinf((float)j);
	}
}

static void transform(int n, int *sizes, float *w)
{
	int nw = sizes[0];

	if (n > nw * 4) {
		nw = n / 4;
		set_up(nw, sizes, w);
	}
	finish(n / 4, w + nw);
}

void run(void)
{
	int *sizes = calloc(129, sizeof *sizes);
	float *w = calloc(129, sizeof *w);

	while (read_i()) {
		double f[2];
		transform(256, sizes, w);
		f[0] = read_a();
		f[1] = read_b();
		predict(f, 2);
	}
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
