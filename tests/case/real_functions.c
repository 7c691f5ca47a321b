#include "case.h"
#include <math.h>

/* Sizes, orders and numbers of bins that <math.h> works out of constants. */
struct settings { double rate, window; int size, order; };

static void setup(struct settings *s, double rate, double window)
{
	s->rate = rate;
	s->window = window;
	s->size = (int)ceil(rate * window);
	s->order = (int)lround(log2(s->size));
}

static void reverse(float *v, unsigned n)
{
	for (unsigned k = 0; k < floorf((float)n / 2); k++) {
		float other = v[k];
		v[k] = v[n - 1 - k];
		v[n - 1 - k] = other;
	}
}

double run(void)
{
	double f[6], v[64] = { 0 };
	float part[3] = { (float)read_a(), (float)read_b(), (float)read_c() };
	struct settings s;
	v[4] = read_a();
	v[16] = read_b();
	v[32] = read_c();
	setup(&s, 1000, 0.016);
	f[0] = v[s.order];
	f[1] = v[s.size];
	f[2] = v[(int)pow(2, s.order + 1)];
	f[3] = s.window < 0.5 ? read_a() : read_b();
	reverse(part, 3);
	f[4] = part[0];
	f[5] = v[(int)floor(read_d()) & 63];
	return predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[3]
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] index
// edge: signal:a -> feature:run.f[5] data
