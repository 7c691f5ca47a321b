/* A number in the place of a pointer: the calls back pass another one than the first call, and one passes none where there was null. */
#include "case.h"

static double pick(const void *tag, double x, double y, int n)
{
	if (n <= 0)
		return tag == (const void *)1 ? x : y;
	return pick((const void *)2, x, y, n - 1);
}

static double choose(const void *tag, double x, double y, int n)
{
	if (n <= 0)
		return tag == 0 ? x : y;
	return choose((const void *)4, x, y, n - 1);
}

int main(void)
{
	double f[2];

	f[0] = pick((const void *)1, read_a(), read_b(), read_i());
	f[1] = choose(0, read_c(), read_d(), read_j());
	emit(predict(f, 2));
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[0] data
// edge: signal:c -> feature:main.f[1] data
// edge: signal:d -> feature:main.f[1] data
