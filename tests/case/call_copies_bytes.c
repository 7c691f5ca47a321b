#include "case.h"
#include <string.h>

/* A copy whose length comes with it keeps the bytes of a word apart. */
static void put(void *to, const void *from, int bytes)
{
	memcpy(to, from, (size_t)bytes);
}

double run(void)
{
	unsigned char from[8] = { (unsigned char)read_i(), (unsigned char)read_j() }, to[8];
	float pair[2] = { (float)read_a(), (float)read_b() }, other[2];
	double f[4], v = 1, *pointer = &v, *same;
	put(to, from, sizeof to);
	put(other, pair, sizeof other);
	put(&same, &pointer, sizeof same);
	*same = read_c();
	f[0] = to[0];
	f[1] = to[1];
	f[2] = other[1];
	f[3] = v;
	return predict(f, 4);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:j -> feature:run.f[0]
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3] data
