/* A position that a callee wraps round: nothing in the loop itself says how far it goes. */
#include "case.h"

static int next(int at)
{
	return (at + 1) & 3;
}

int main(void)
{
	static double past[8];
	int at = 0;

	while (read_c() > 0) {
		double f[2] = { past[at], past[4 + at] };
		predict(f, 2);
		past[at] = read_a();
		past[4 + at] = read_b();
		at = next(at);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data state
// no-edge: signal:b -> feature:main.f[0]
// edge: signal:b -> feature:main.f[1] data state
// no-edge: signal:a -> feature:main.f[1]
