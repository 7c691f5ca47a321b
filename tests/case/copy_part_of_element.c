/* The second half of an element that may have been written: the copy begins in the middle of it. */
#include <string.h>
#include "case.h"

void run(void)
{
	double d[4] = { 0 }, f[1];
	float half;

	d[read_i() & 3] = read_a();
	memcpy(&half, (char *)&d[1] + 4, sizeof half);
	f[0] = half;
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
