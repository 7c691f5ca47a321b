/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
features:
  - { variable: f }
  - { variable: weights }
  - { field: "state.gain" }
*/
/* A declared variable or member that is a pointer: the feature is the memory that it leads to. */
#include <stdio.h>
#include <stdlib.h>
#include "case.h"

struct state { int count; double *gain; };
double *weights;

double run(struct state *state)
{
	double *f = calloc(2, sizeof *f), all = 0;

	weights = malloc(2 * sizeof *weights);
	state->gain = malloc(2 * sizeof(double));
	f[0] = read_a();
	f[1] = read_b();
	weights[1] = read_c();
	state->gain[0] = read_b();
	for (int i = 0; i < 2; i++)
		all += f[i] * weights[i] + state->gain[i];
	printf("%f\n", all);
	return all;
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:weights[1] data
// edge: signal:b -> feature:state.gain[0] data
// no-node: feature:run.f
// no-node: feature:weights
// no-finding: unused-feature
