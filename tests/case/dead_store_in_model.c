/* manifest
version: 1
signals:
  - { function: read_a, name: a }
features:
  - { field: "net.state" }
models:
  - { function: gru, input: [0, 2], output: 0, name: gru }
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: head }
*/
/* The model's own function assigns the feature that the call gives: no assignment is lost there. One before the call is. */
#include "case.h"

struct net { double state[2]; };

static void gru(double *state, int n, double x)
{
	for (int i = 0; i < n; i++)
		state[i] = state[i] * .5 + x;
}

double run(struct net *net)
{
	double x = read_a();

	gru(net->state, 2, x);
	return predict(net->state, 2);
}
// edge: prediction:gru -> feature:net.state[0] data
// no-finding: unused-feature
