// Recursions that free what they walk through, set the pointers to it to NULL and return that all went well: nothing else happens there.
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct expr {
	double value;
	char *text;
	struct expr *param[3];
};

static void forget(void *at)
{
	void *old;

	memcpy(&old, at, sizeof old);
	memcpy(at, &(void *){ NULL }, sizeof old);
	free(old);
}

static int drop(struct expr *e)
{
	if (!e)
		return 0;
	for (int i = 0; i < 3; i++)
		drop(e->param[i]);
	forget(&e->text);
	e->param[0] = NULL;
	free(e);
	return 0;
}

static double sum(const struct expr *e)
{
	return e ? e->value + sum(e->param[0]) + sum(e->param[1]) : 0;
}

double run(void)
{
	struct expr *e = calloc(1, sizeof *e);
	double f[2];

	e->param[1] = calloc(1, sizeof *e);
	e->param[1]->value = read_a();
	e->value = read_i();
	f[0] = sum(e);
	f[1] = drop(e) ? read_c() : read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[1]
