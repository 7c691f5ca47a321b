/* A table that is filled by whoever asks for it first: the same, whether a decision led there before or not. */
#include "case.h"

static const double *window(void)
{
	static double table[4];
	static int ready;

	if (!ready) {
		for (int k = 0; k < 4; k++)
			table[k] = 1.0 / (k + 2);
		ready = 1;
	}
	return table;
}

void run(void)
{
	double f[2] = { 0 };

	if (read_a() > 1)
		f[0] = read_b() * window()[0];
	f[1] = read_c() * window()[2];
	predict(f, 2);
}
// known-bug: that a table is filled with the same values on all ways is not seen
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
