// Two recursions, one over statements and one over expressions: the last statement says what is left.
#include "case.h"

struct ex { int op; double num; struct ex *a; };
struct st { struct ex *ex; struct st *next; };

static double last;
static double eval(struct ex *e);
static void exec(struct st *s)
{
	if (!s)
		return;
	last = eval(s->ex);
	exec(s->next);
}

static double eval(struct ex *e)
{
	if (e->op == 0)
		return e->num;
	if (e->op == 5)
		exec(0);
	return eval(e->a);
}

double run(void)
{
	struct ex e0 = { 0, read_a(), 0 }, e1 = { 3, 0, &e0 }, e2 = { 0, read_c(), 0 };
	struct st s1 = { &e1, 0 }, s0 = { &e2, &s1 };
	exec(&s0);
	double f[1];
	f[0] = last;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
