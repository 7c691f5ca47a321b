/* A record behind a record behind a third one, the innermost with bytes enough for the outermost: what is written into it
   does not reach the one between. */
#include "case.h"

struct tail { double level; signed char pulses[4096]; };
struct middle { int tail_offset; double angle[4]; };
struct head { int count; unsigned char mapping[64]; };

static int align(int i) { return (i + 7) / 8 * 8; }

static void tail_update(void *memory, double x)
{
	struct tail *t = memory;
	t->level = x;
}

static void middle_update(struct middle *m, double x)
{
	m->tail_offset = align(sizeof(struct middle)) + read_j();
	tail_update((char *)m + m->tail_offset, x);
}

double run(struct head *h)
{
	char *at = (char *)h + align(sizeof(struct head)) + align(read_i());
	struct middle *m = (struct middle *)at;
	double f[2];
	m->angle[0] = read_a();
	middle_update(m, read_c());
	f[0] = m->angle[0];
	f[1] = ((struct tail *)((char *)m + m->tail_offset))->level;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1] data
