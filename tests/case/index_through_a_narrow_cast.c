/* A conversion to a small type loses bits: what holds of it does not hold of the number, and what a loop writes at such an
   index is not the whole. A comparison without signs is never true of a number below nothing. */
#include "case.h"

void run(void)
{
	double t[2], low[512], v[6], f[5];
	int n = read_i() & 0x1ff;

	t[0] = read_a();
	t[1] = read_b();
	f[0] = f[1] = 0;
	if (!(unsigned char)n)
		f[0] = t[n >> 8];
	if ((unsigned char)n == 1)
		f[1] = t[n >> 8];
	for (int i = 0; i < 512; i++)
		low[i] = read_c();
	for (int i = 0; i < 500; i++)
		low[(unsigned char)i] = read_d();
	f[2] = low[400];
	f[3] = low[3];
	for (int i = 0; i < 6; i++)
		v[i] = read_a();
	for (int i = -2; i < 4u; i++)
		v[i + 2] = read_b();
	f[4] = v[3];
	predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// edge: signal:a -> feature:run.f[4] data
// no-edge: signal:d -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[4]
