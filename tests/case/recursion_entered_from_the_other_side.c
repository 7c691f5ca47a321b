// An evaluator that calls itself and what runs statements, first entered through the latter, then itself.
#include "case.h"

struct ex { int op; double num; struct ex *a, *s; };

static double eval(struct ex *e);
static void exec(struct ex *e)
{
	if (!e)
		return;
	eval(e);
}

static double eval(struct ex *e)
{
	if (e->op == 0)
		return e->num;
	if (e->op == 5)
		exec(e->s);
	return eval(e->a);
}

double run(void)
{
	struct ex e2 = { 0, read_b(), 0, 0 };
	struct ex e0 = { 2, 0, &e2, 0 };
	double f[1];
	exec(&e0);
	f[0] = eval(&e0);
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
