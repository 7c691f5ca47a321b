/* A pointer to a later element of an array, through void * and back to a const record. */
#include "case.h"

struct shape { double w, h; };

void run(void)
{
	struct shape s[3] = { { read_a(), 1 }, { read_b(), 2 }, { read_c(), 3 } };
	const void *p = &s[1];
	const char *q = (const char *)&s[2];
	double f[2];

	f[0] = ((const struct shape *)p)->w;
	f[1] = ((const volatile struct shape *)q)->w;
	predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
