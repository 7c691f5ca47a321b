// Memory that each round of a loop allocates and gives back is that of one round: what is written to it there replaces what was.
#include "case.h"
#include <stdlib.h>

struct request { double raw, score; };
struct context { struct request *request; double out; };

static struct request *make(double raw, double score)
{
	struct request *r = malloc(sizeof *r);

	r->raw = raw;
	r->score = score;
	return r;
}

static double hand_on(struct request *r)
{
	double raw = r->raw;

	r->raw = r->score;
	return raw;
}

static void begin(struct context *c)
{
	c->request = calloc(1, sizeof *c->request);
}

static void fill(struct context *c)
{
	c->request->raw = read_a();
	c->request->score = read_b();
}

static void end(struct context *c)
{
	c->out = c->request->raw;
	free(c->request);
	c->request = NULL;
}

static void in_place(double *f)
{
	struct request *r = calloc(1, sizeof *r);

	r->raw = read_a();
	r->score = read_b();
	f[0] = r->raw;
	r->raw = r->score;
	f[1] = r->raw;
	free(r);
}

static void by_helpers(double *f)
{
	struct request *p = make(read_a(), read_b()), *q = make(read_c(), read_d());

	f[2] = hand_on(p);
	f[3] = p->raw;
	f[4] = hand_on(q);
	free(p);
	free(q);
}

static void in_context(struct context *c, double *f)
{
	begin(c);
	fill(c);
	f[5] = c->request->score;
	c->request->score = 0;
	end(c);
	f[6] = c->out;
}

int main(void)
{
	struct context c = { 0 };
	struct request *lazy = NULL;

	while (read_j()) {
		double f[10];
		in_place(f);
		by_helpers(f);
		in_context(&c, f);
		struct request *r = malloc(sizeof *r);
		r->raw = read_a();
		r->raw += read_b();
		r->score = read_c();
		f[7] = r->score;
		r->score = r->raw;
		free(r);
		if (!lazy)
			lazy = malloc(sizeof *lazy);
		lazy->raw = read_a();
		lazy->score = read_d();
		f[8] = lazy->raw;
		lazy->raw = lazy->score;
		f[9] = lazy->raw;
		predict(f, 10);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:a -> feature:main.f[2] data
// edge: signal:b -> feature:main.f[3] data
// edge: signal:c -> feature:main.f[4] data
// edge: signal:b -> feature:main.f[5] data
// edge: signal:a -> feature:main.f[6] data
// edge: signal:c -> feature:main.f[7] data
// edge: signal:a -> feature:main.f[8] data
// edge: signal:d -> feature:main.f[9] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:c -> feature:main.f[0]
// no-edge: signal:d -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:c -> feature:main.f[1]
// no-edge: signal:d -> feature:main.f[1]
// no-edge: signal:b -> feature:main.f[2]
// no-edge: signal:c -> feature:main.f[2]
// no-edge: signal:d -> feature:main.f[2]
// no-edge: signal:a -> feature:main.f[3]
// no-edge: signal:c -> feature:main.f[3]
// no-edge: signal:d -> feature:main.f[3]
// no-edge: signal:a -> feature:main.f[4]
// no-edge: signal:b -> feature:main.f[4]
// no-edge: signal:d -> feature:main.f[4]
// no-edge: signal:a -> feature:main.f[5]
// no-edge: signal:c -> feature:main.f[5]
// no-edge: signal:d -> feature:main.f[5]
// no-edge: signal:b -> feature:main.f[6]
// no-edge: signal:c -> feature:main.f[6]
// no-edge: signal:d -> feature:main.f[6]
// no-edge: signal:a -> feature:main.f[7]
// no-edge: signal:b -> feature:main.f[7]
// no-edge: signal:d -> feature:main.f[7]
// no-edge: signal:b -> feature:main.f[8]
// no-edge: signal:c -> feature:main.f[8]
// no-edge: signal:d -> feature:main.f[8]
// no-edge: signal:a -> feature:main.f[9]
// no-edge: signal:b -> feature:main.f[9]
// no-edge: signal:c -> feature:main.f[9]
