/* Reset on every path, a history, a running maximum, and memory that is filled once. */
// no-finding: stale-state
#include "case.h"

static double price, smooth, most, scale;
static int ready;

double run(void)
{
	double f[4], x = read_b();

	price = 0;
	if (read_i())
		price = read_a();
	smooth = 0.9 * smooth + 0.1 * read_c();
	if (x > most)
		most = x;
	if (!ready) {
		scale = read_d();
		ready = 1;
	}
	f[0] = price;
	f[1] = smooth;
	f[2] = most;
	f[3] = scale;
	return predict(f, 4);
}
