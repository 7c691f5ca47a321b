/* A pointer to one of two arrays of a record, which then goes on step by step. */
#include "case.h"

struct bank { float taps[4], state[4]; double gain; };

void run(void)
{
	struct bank b = { 0 };
	float *p = read_i() ? b.taps : b.state;
	double f[3];

	for (int n = read_j() & 3; n > 0; n--)
		*p++ = (float)read_a();
	f[0] = b.taps[2];
	f[1] = b.state[1];
	f[2] = b.gain;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[2]
