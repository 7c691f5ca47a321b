/* Callees that are given one of many records, members of one, records by value, pointers into one of two arrays. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct bank { float taps[4]; float state[4]; double gain; struct { int n; float hist[4]; } sub[2]; double end; };
struct stage { struct bank banks[3]; float *out; int pos; };

static void step(struct bank *b, int k, double x) { b->sub[k & 1].hist[k & 3] = (float)x; }
static void stages_step(struct stage *s, int i, int k, double x) { step(&s->banks[i], k, x); }

void nested_calls(void)
{
	static struct stage s[2];
	double f[4];
	stages_step(&s[read_i() & 1], read_j() % 3, read_j(), read_a());
	f[0] = s[0].banks[1].sub[1].hist[2];
	f[1] = s[1].banks[2].sub[0].hist[3];
	f[2] = s[1].banks[2].state[1];
	f[3] = s[1].banks[1].gain;
	predict(f, 4);
}
// edge: signal:a -> feature:nested_calls.f[0] data
// edge: signal:a -> feature:nested_calls.f[1] data

static void two_members(float *x, struct bank *b, int n)
{
	for (int i = 0; i < n; i++)
		b->state[i & 3] += x[i];
	b->gain = x[0];
}

void two_pointers(void)
{
	struct bank b = { 0 };
	double f[4];
	b.taps[read_j() & 3] = (float)read_a();
	two_members(b.taps, &b, read_i());
	f[0] = b.state[2];
	f[1] = b.gain;
	f[2] = b.end;
	f[3] = b.sub[1].n;
	predict(f, 4);
}
// edge: signal:a -> feature:two_pointers.f[0] data
// edge: signal:a -> feature:two_pointers.f[1] data
// no-edge: signal:a -> feature:two_pointers.f[2]
// no-edge: signal:a -> feature:two_pointers.f[3]

static void copy_taps(struct bank *to, const struct bank *from, int n)
{
	for (int i = 0; i < n; i++)
		to->taps[i] = from->state[i];
}

void between_banks(void)
{
	static struct bank banks[4];
	double f[3];
	banks[read_i() & 3].state[read_j() & 3] = (float)read_a();
	banks[read_i() & 3].gain = read_b();
	copy_taps(&banks[read_i() & 3], &banks[read_j() & 3], read_i());
	f[0] = banks[0].taps[1];
	f[1] = banks[3].taps[3];
	f[2] = banks[2].sub[0].hist[0];
	predict(f, 3);
}
// edge: signal:a -> feature:between_banks.f[0] data
// edge: signal:a -> feature:between_banks.f[1] data
// no-edge: signal:b -> feature:between_banks.f[0]
// no-edge: signal:a -> feature:between_banks.f[2]

struct by_value { float v[4]; double rest; };
static double pick(struct by_value s, int k) { return s.v[k & 3]; }
static struct by_value make(double x, int k)
{
	struct by_value s = { 0 };
	s.v[k & 3] = (float)x;
	s.rest = 1;
	return s;
}

void values(void)
{
	static struct by_value all[4];
	double f[3];
	all[read_i() & 3] = make(read_a(), read_j());
	f[0] = pick(all[2], read_j());
	f[1] = pick(all[read_i() & 3], 1);
	f[2] = all[1].rest;
	predict(f, 3);
}
// edge: signal:a -> feature:values.f[0] data
// edge: signal:a -> feature:values.f[1] data
// no-edge: signal:a -> feature:values.f[2]

static void each(struct bank *banks, int n, void (*visit)(struct bank *, void *), void *context)
{
	for (int i = 0; i < n; i++)
		visit(&banks[i], context);
}
static void add_to(struct bank *b, void *context)
{
	double *x = context;
	for (int k = 0; k < 4; k++)
		b->state[k] += (float)*x;
}

void visited(void)
{
	struct bank *banks = calloc(8, sizeof *banks);
	double x = read_a(), f[3];
	each(banks, read_i(), add_to, &x);
	f[0] = banks[0].state[3];
	f[1] = banks[5].state[0];
	f[2] = banks[5].taps[0];
	predict(f, 3);
	free(banks);
}
// edge: signal:a -> feature:visited.f[0] data
// edge: signal:a -> feature:visited.f[1] data
// no-edge: signal:a -> feature:visited.f[2]

static float *slot(struct bank *b, int which, int k) { return which ? &b->taps[k & 3] : &b->state[k & 3]; }

void slots(void)
{
	static struct bank banks[3];
	double f[3];
	*slot(&banks[read_i() % 3], read_j() > 2, read_j()) = (float)read_a();
	f[0] = banks[1].taps[2];
	f[1] = banks[2].state[1];
	f[2] = banks[2].gain;
	predict(f, 3);
}
// edge: signal:a -> feature:slots.f[0] data
// edge: signal:a -> feature:slots.f[1] data
// no-edge: signal:a -> feature:slots.f[2]

static void window(const float *from, float *to, int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

void windows(void)
{
	static struct { int at; float in[16]; float out[16]; double after; } w[2];
	int c = read_i() & 1;
	double f[3];
	w[c].in[read_j() & 15] = (float)read_a();
	window(&w[c].in[w[c].at], w[c].out, read_j() & 7);
	f[0] = w[0].out[3];
	f[1] = w[1].after;
	f[2] = w[1].at;
	predict(f, 3);
}
// edge: signal:a -> feature:windows.f[0] data

static struct bank *find(struct bank *banks, int n, int key)
{
	for (struct bank *b = banks; b < banks + n; b++)
		if (b->sub[0].n == key)
			return b;
	return NULL;
}

void found(void)
{
	static struct bank banks[4];
	struct bank *b = find(banks, 4, read_i());
	double f[3];
	if (b)
		b->state[read_j() & 3] = (float)read_a();
	f[0] = banks[1].state[2];
	f[1] = banks[3].state[0];
	f[2] = banks[3].taps[0];
	predict(f, 3);
}
// edge: signal:a -> feature:found.f[0] data
// edge: signal:a -> feature:found.f[1] data
// no-edge: signal:a -> feature:found.f[2]

void reset_one(void)
{
	static struct bank banks[4];
	double f[2];
	banks[1].state[2] = (float)read_a();
	banks[2].state[2] = (float)read_b();
	memset(&banks[1], 0, sizeof banks[1]);
	memset(banks[read_i() & 1].taps, 0, sizeof banks[0].taps);
	f[0] = banks[1].state[2];
	f[1] = banks[2].state[2];
	predict(f, 2);
}
// no-edge: signal:a -> feature:reset_one.f[0]
// edge: signal:b -> feature:reset_one.f[1] data
