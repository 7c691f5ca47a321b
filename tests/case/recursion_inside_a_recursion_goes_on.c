// A recursion inside another is made again in each round of that: until it comes to an end itself, each time.
#include "case.h"

struct ex { int op; double num; struct ex *a, *s; };
struct st { double w; struct ex *ex; };

static double eval(struct ex *e);
static void exec(struct ex *s)
{
	if (!s)
		return;
	s->num = eval(s->a);
}

static double eval(struct ex *e)
{
	if (e->op == 0)
		return e->num;
	exec(e->s);
	return eval(e->a);
}

double run(void)
{
	struct ex e1 = { 0, read_b(), 0, 0 }, e0 = { 1, 0, &e1, 0 }, s0 = { 0, 0, &e0, 0 };
	double f[1];
	exec(&s0);
	f[0] = s0.num;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
