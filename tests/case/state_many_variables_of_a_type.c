/* A program has many static variables of one type: each is one of its own. */
#include "case.h"

static double delay(double x)
{
	static double d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17, d18, d19,
		d20, d21, d22, d23, d24, d25, d26, d27, d28, d29, d30, d31, d32, d33, d34, d35, d36, d37, d38, d39;

	d0 += x; d1 += x; d2 += x; d3 += x; d4 += x; d5 += x; d6 += x; d7 += x; d8 += x; d9 += x; d10 += x;
	d11 += x; d12 += x; d13 += x; d14 += x; d15 += x; d16 += x; d17 += x; d18 += x; d19 += x; d20 += x;
	d21 += x; d22 += x; d23 += x; d24 += x; d25 += x; d26 += x; d27 += x; d28 += x; d29 += x; d30 += x;
	d31 += x; d32 += x; d33 += x; d34 += x; d35 += x; d36 += x; d37 += x; d38 += x; d39 += x;
	return d0;
}

static double mean_b(double x)
{
	static double sum;

	sum += (x - sum) / 8;
	return sum;
}

static double mean_c(double x)
{
	static double sum;

	sum += (x - sum) / 8;
	return sum;
}

int main(void)
{
	for (;;) {
		double f[3];

		f[0] = delay(read_a());
		f[1] = mean_b(read_b());
		f[2] = mean_c(read_c());
		predict(f, 3);
	}
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:c -> feature:main.f[2] data
// no-edge: signal:c -> feature:main.f[1]
// no-edge: signal:b -> feature:main.f[2]
