// A round that begins anew with more is not the last one, even if it leaves the same.
#include "case.h"

struct ex { double num; struct ex *a; };
struct st { double w; struct ex *ex; struct st *next, *sub; };

static double eval(struct ex *e)
{
	if (!e->a)
		return e->num;
	return 0;
}

static void exec(struct st *s)
{
	if (!s)
		return;
	exec(s->sub);
	exec(s->next);
	s->w = eval(s->ex);
}

double run(void)
{
	struct ex e1 = { read_a(), 0 }, e0 = { 0, &e1 };
	struct st s2 = { 0, &e1, 0, 0 }, s1 = { 0, &e0, &s2, 0 }, s0 = { 0, &e1, 0, &s1 };
	double f[1];
	exec(&s0);
	f[0] = s2.w;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
