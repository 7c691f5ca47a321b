// What is written behind NULL is written nowhere: the caller that has no buffer says so by a flag that is kept elsewhere.
#include "case.h"

struct buffer { unsigned char *bytes; int at, size; };
struct coder { int dry; double sum; };

static void put(struct buffer *b, int byte)
{
	if (b->at < b->size)
		b->bytes[b->at++] = (unsigned char)byte;
}

static void code(struct coder *c, struct buffer *b, double x)
{
	c->sum += x;
	if (!c->dry)
		put(b, (int)c->sum);
}

double run(struct coder *c, unsigned char *out, int size)
{
	struct buffer b = { out, 0, size };
	double f[1];

	if (c->dry)
		code(c, 0, read_a());
	code(c, &b, read_b());
	f[0] = c->sum;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// unresolved: 0
