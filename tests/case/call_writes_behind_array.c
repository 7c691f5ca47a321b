/* A record that begins with an array: what a callee writes behind it at an unknown index is not of that array. */
#include "case.h"
struct r { int ring[8]; int tail[8]; int end; };
static void put(struct r *r, int j, double x)
{
	r->tail[j] = (int)x;
}
void run(void)
{
	struct r one = { 0 };
	double f[3];
	put(&one, read_j() & 7, read_a());
	f[0] = one.tail[3];
	f[1] = one.ring[3];
	f[2] = one.end;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
