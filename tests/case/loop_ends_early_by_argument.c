/* A loop with another exit, whose condition is constant and the same in each round: its elements stay apart. */
#include "case.h"

static int copy(const double *from, double *to, int mode)
{
	for (int i = 0; i < 3; i++) {
		if (mode == 7)
			return -1;
		to[i] = from[i];
	}
	return 0;
}

static void copy_until(const double *from, double *to, double last)
{
	for (int i = 0; i < 3; i++) {
		to[i] = from[i];
		if (from[i] == last)
			break;
	}
}

void run(void)
{
	double in[3] = { read_a(), read_b(), read_c() }, out[3] = { 0 }, some[3] = { 0 }, f[4];

	copy(in, out, 3);
	copy_until(in, some, 1);
	f[0] = out[0];
	f[1] = out[2];
	f[2] = some[0];
	f[3] = some[1];
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] control
// edge: signal:b -> feature:run.f[3] data
