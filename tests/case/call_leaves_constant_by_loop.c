#include "case.h"

/* Numbers that a call works out in a loop, or leaves beside other work, are constants where its arguments are. */
struct filter { int order, pos, rate; double gain, history[4]; };

static int calls;

static void count_call(void)
{
	calls++;
}

static void clear(struct filter *f)
{
	for (int i = 0; i < 4; i++)
		f->history[i] = 0;
}

static void setup(struct filter *f, int order, int rate, double gain)
{
	f->order = order;
	f->rate = rate;
	f->gain = gain;
	for (int i = 0; i < 4; i++)
		f->history[i] = 0;
	clear(f);
	f->pos = 0;
}

static unsigned reversed(unsigned v, int bits)
{
	unsigned r = 0;
	for (int i = 0; i < bits; i++, v >>= 1)
		r = r << 1 | (v & 1);
	return r;
}

static int product(const int *dims, int n)
{
	int r = 1;
	for (int i = 0; i < n; i++)
		r *= dims[i];
	return r;
}

static int twice(int n)
{
	count_call();
	return 2 * n;
}

double run(void)
{
	double v[8] = { 0 }, f[4];
	int dims[2] = { 2, 3 };
	struct filter fir;
	setup(&fir, 3, 8000, 0.5);
	v[4] = read_a();
	v[6] = read_b();
	v[fir.order] = read_c();
	v[2] = read_d();
	f[0] = v[reversed(1, 3)];
	f[1] = v[product(dims, 2)];
	f[2] = v[3];
	f[3] = v[twice(1)];
	return predict(f, 4) + calls;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[3]
