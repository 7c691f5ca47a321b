/* The function that makes a feature of an address has the name of another file's function. */
// finding: nonreproducible-feature feature:unit_address_same_names/first.c:run.f[0]
// no-finding: nonreproducible-feature feature:unit_address_same_names/second.c:run.f[0]
#include "../case.h"
#include <stdint.h>

static void run(const double *user)
{
	double f[1];

	f[0] = (double)((uintptr_t)user >> 4);
	predict(f, 1);
}

void first(const double *user)
{
	run(user);
}
