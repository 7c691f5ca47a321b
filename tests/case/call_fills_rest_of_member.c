/* How much is pushed is not known; it stays in the member that it is pushed into, at an index that is not known either. */
#include <string.h>
#include "case.h"

struct line { int at; float ring[8]; float after; };

static struct line line;

static void push(float *to, const float *from, int n)
{
	memcpy(to, from, n * sizeof *to);
}

void run(void)
{
	double f[2];
	float in[4] = { (float)read_a(), (float)read_a(), 0, 0 };

	line.after = (float)read_b();
	push(line.ring + line.at, in, read_i());
	line.at = read_j() & 7;
	f[0] = line.ring[3];
	f[1] = line.after;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
