/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: net, input: { arg: 3, count: 2 }, outputs: [{ arg: 1, label: gains }, { arg: 2, label: voice }], name: net }
features:
  - { variable: main::gain }
  - { variable: main::voice_seen }
*/
// Several loops of the model's own code may each have written its outputs: all of that is prediction, and what the code
// computes it from is the model's inside.
#include "case.h"

struct layer { int inputs, outputs; const float *weights; };

static void dense(const struct layer *l, float *out, const float *in)
{
	int i = 0;
	for (; i < l->outputs - 3; i += 4) {
		float *y = &out[i];
		float s[4] = { 0 };
		for (int j = 0; j < l->inputs; j++)
			for (int k = 0; k < 4; k++)
				s[k] += l->weights[j * 4 + k] * in[j];
		y[0] = s[0];
		y[1] = s[1];
		y[2] = s[2];
		y[3] = s[3];
	}
	for (; i < l->outputs; i++) {
		out[i] = 0;
		for (int j = 0; j < l->inputs; j++)
			out[i] += l->weights[j] * in[j];
	}
}

void net(const struct layer *l, float *gains, float *voice, const float *in)
{
	dense(&l[0], gains, in);
	dense(&l[1], voice, gains);
}

extern struct layer layers[2];

int main(void)
{
	float f[2], g[4], v = 0, gain, voice_seen;
	f[0] = (float)read_a();
	f[1] = (float)read_b();
	net(layers, g, &v, f);
	gain = g[1];
	voice_seen = v;
	return gain > 1 || voice_seen > 1;
}
// edge: prediction:net.gains -> feature:main.gain data
// edge: prediction:net.voice -> feature:main.voice_seen data
// no-edge: prediction:net.gains -> feature:main.voice_seen
// no-edge: prediction:net.voice -> feature:main.gain
// no-edge: feature:main.f[0] -> feature:main.gain
// no-edge: feature:main.f[0] -> feature:main.voice_seen
// no-edge: feature:main.f[1] -> feature:main.voice_seen
