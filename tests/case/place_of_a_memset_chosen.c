/* Which of two is cleared. */
#include "case.h"

#include <string.h>

struct state { double v, w; };

void run(void)
{
	struct state x = { 1, 2 }, y = { 3, 4 };
	double f[2];

	memset(read_c() > 0 ? &x : &y, 0, sizeof x);
	f[0] = x.v;
	f[1] = y.w;
	predict(f, 2);
}
// edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1]
