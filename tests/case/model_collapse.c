/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: [dense, gru], input: { arg: 0, count: 2 }, output: 1, state: 2, collapse: true, name: net }
*/
/* Three layers and what is between them are one model: the inputs of the first are its features. */
#include "case.h"

static void dense(const double *in, double *out, double *state)
{
	(void)state;
	for (int i = 0; i < 2; i++)
		out[i] = in[0] + in[1] * i;
}

static void gru(const double *in, double *out, double *state)
{
	for (int i = 0; i < 2; i++) {
		state[i] = in[i] + state[i];
		out[i] = state[i];
	}
}

double run(void)
{
	static double memory[2];
	double f[2], first[2], second[2], last[2];
	f[0] = read_a();
	f[1] = read_b();
	dense(f, first, 0);
	for (int i = 0; i < 2; i++)
		first[i] = first[i] > 0 ? first[i] : 0;
	gru(first, second, memory);
	for (int i = 0; i < 2; i++)
		second[i] += first[i];
	dense(second, last, 0);
	return last[0] > 1;
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: feature:run.f[0] -> model:net data
// edge: model:net -> prediction:net data
// edge: prediction:net -> consumer:run
// no-node: feature:run.first[0]
// no-node: feature:run.second[0]
// no-node: feature:run.second[1]
// no-finding: correction-cascade
// no-finding: feedback-loop
