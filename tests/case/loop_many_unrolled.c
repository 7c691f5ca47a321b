/* Too many loops to unroll them all: the function that evaluates the model is analysed without unrolling. */
#include "case.h"

#define SUM(k) t += x[i] * k + y[i] * (k + 1) - t / (k + 2);
#define LOOP(k) \
	for (int i = 0; i < 64; i++) { \
		SUM(k) SUM(k + 1) SUM(k + 2) SUM(k + 3) SUM(k + 4) SUM(k + 5) SUM(k + 6) SUM(k + 7) SUM(k + 8) SUM(k + 9) \
		z[i] = t + z[(i + k) % 64]; \
	}

double run(void)
{
	double x[64], y[64], z[64] = {0}, t = 0, f[3];
	read_block(x, 64);
	for (int i = 0; i < 64; i++)
		y[i] = read_a();
	LOOP(1) LOOP(2) LOOP(3) LOOP(4) LOOP(5) LOOP(6) LOOP(7) LOOP(8) LOOP(9) LOOP(10)
	LOOP(11) LOOP(12) LOOP(13) LOOP(14) LOOP(15) LOOP(16) LOOP(17) LOOP(18) LOOP(19) LOOP(20)
	f[0] = z[3];
	f[1] = read_b() > 2 ? t : 0;
	f[2] = read_c();
	return predict(f, 3);
}
// edge: signal:block -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] control
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// unresolved: 0
