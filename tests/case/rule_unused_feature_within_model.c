/* What a model's own code assigns is its state, or part of what it predicts: nobody need read it for it to count, nor what is made
   for it. What the program assigns, and no model reads, is unused. */
/* manifest
version: 1
signals: [ { parameter: "run(x)" } ]
features:
  - { field: "net.*" }
models:
  - { function: step, input: { arg: 1, count: 2 }, output: { arg: 2, count: 1 }, state: 0 }
 */

struct net { double state[2], gain, scale; };

static void update(double *state, const double *x, double gain)
{
	for (int k = 0; k < 2; k++)
		state[k] = gain * state[k] + x[k];
}

static void step(struct net *n, const double *x, double *out)
{
	update(n->state, x, n->gain);
	n->gain = x[0];
	out[0] = n->state[0] - n->state[1];
}

double run(struct net *n, const double *x)
{
	double out[1];

	n->scale = x[2];
	step(n, x, out);
	return out[0];
}
// no-finding: unused-feature feature:net.state*
// no-finding: unused-feature feature:net.gain
// finding: unused-feature feature:net.scale
