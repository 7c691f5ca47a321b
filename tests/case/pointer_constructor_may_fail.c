/* A constructor that returns NULL when memory is short: what it stores is known to its caller all the same. */
#include "case.h"

#include <stdlib.h>

struct net {
	int inputs, outputs;
	double *output;
};

static struct net *net_new(int inputs, int outputs)
{
	struct net *n = malloc(sizeof *n + sizeof(double) * (size_t)(inputs + outputs));

	if (!n)
		return NULL;
	n->inputs = inputs;
	n->outputs = outputs;
	n->output = (double *)(n + 1);
	return n;
}

void run(void)
{
	struct net *n = net_new(2, 1);
	double f[3] = { 0 };

	n->output[0] = read_a();
	n->output[n->inputs] = read_b();
	f[0] = n->output[0];
	f[1] = n->output[2];
	f[n->inputs] = read_c();
	predict(f, 3);
	free(n);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
