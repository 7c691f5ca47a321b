/* A number that is one of a few: a helper that indexes with it reaches these elements only. */
#include "case.h"

static double pick(const double *v, unsigned at)
{
	return v[at];
}

static double walk(const double *v, unsigned at, int depth)
{
	return depth < 1 ? 0 : v[at] + walk(v, at + 4, depth - 1);
}

struct delay {
	double past[8];
	unsigned at;
};

/* The past of each channel is beside that of the other. */
static void push(struct delay *d, const double *in, double *out, int channels)
{
	for (int c = 0; c < channels; c++) {
		out[c] = in[c] - d->past[4 * c + d->at];
		d->past[4 * c + d->at] = in[c];
	}
	d->at = (d->at + 1) % 4;
}

int main(void)
{
	static struct delay delay;
	unsigned n = (unsigned)read_c();
	double v[16];

	for (int i = 0; i < 16; i++)
		v[i] = i < 4 ? read_a() : read_b();
	double f[4] = { pick(v, n % 4), pick(v, n % 4 + 4), pick(v, n / 2 & 7), walk(v, n & 3, 5 + (int)read_c()) };
	predict(f, 4);
	while (read_c() > 0) {
		double in[2] = { read_a(), read_b() }, g[2];
		push(&delay, in, g, 2);
		predict(g, 2);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
// edge: signal:c -> feature:main.f[0] index
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:a -> feature:main.f[1]
// edge: signal:a -> feature:main.f[2] data
// edge: signal:b -> feature:main.f[2] data
// edge: signal:a -> feature:main.f[3] data
// edge: signal:b -> feature:main.f[3] data
// edge: signal:a -> feature:main.g[0] data state?
// no-edge: signal:b -> feature:main.g[0]
// edge: signal:b -> feature:main.g[1] data state?
// no-edge: signal:a -> feature:main.g[1]
