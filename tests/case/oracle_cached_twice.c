/* The second call finds the key that the first one left: it stores nothing. Found by the oracle. */
// known-bug: that two numbers are equal because one was stored where the other is read is not known
#include "case.h"

static int cached_key = -1;
static double cached_value;

static double cached(double x, int i)
{
	int key = i % 3;

	if (key != cached_key) {
		cached_key = key;
		cached_value = x;
	}
	return cached_value;
}

void run(void)
{
	int i = read_i();
	double f[2];

	f[0] = cached(read_a(), i);
	f[1] = cached(read_b(), i);
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
