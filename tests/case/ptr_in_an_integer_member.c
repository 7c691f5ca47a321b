/* An address that is kept as a number. */
#include "case.h"

#include <stdint.h>

struct handle { uintptr_t user; double v; };

static double read_handle(const struct handle *h)
{
	return *(const double *)h->user + h->v;
}

void run(void)
{
	double x = read_a(), f[1];
	struct handle h = { (uintptr_t)&x, read_b() };

	f[0] = read_handle(&h);
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
