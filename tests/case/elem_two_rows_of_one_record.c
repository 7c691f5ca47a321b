/* Two member arrays of one record handed to one callee: an index that nobody knows stays in its own. */
#include "case.h"

struct state { float signal[32]; int fill; float memory[3]; };

static float step(float *memory, float *out, const float *in, int n)
{
	float energy = 0;
	for (int k = 0; k < n; k++) {
		float x = in[k] - memory[0];
		memory[0] = in[k] + x;
		energy += (x + memory[2]) * (x + memory[2]);
		memory[2] = (float)read_b() - x;
		out[k] = x;
	}
	return energy;
}

double run(struct state *s)
{
	double f[2];
	float in[32];
	int n = read_i();
	for (int k = 0; k < 32; k++)
		in[k] = (float)read_a();
	step(s->memory, &s->signal[8], in, n);
	f[0] = s->signal[n & 31];
	f[1] = s->memory[2];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1] data
