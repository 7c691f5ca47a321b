/* A pointer as a number, also by way of a hash; the distance of two is none. */
// finding: nonreproducible-feature feature:run.f[0]
// finding: nonreproducible-feature feature:run.f[1]
// no-finding: nonreproducible-feature feature:run.f[2]
// no-finding: nonreproducible-feature feature:run.f[3]
// message: nonreproducible-feature is computed from an address
#include "case.h"
#include <stdint.h>

struct user {
	double age;
};

static unsigned hash(const struct user *user)
{
	uintptr_t bits = (uintptr_t)user;

	return (unsigned)(bits >> 4) * 31u;
}

void run(const struct user *first, const struct user *user)
{
	double f[4];

	f[0] = (double)((uintptr_t)user >> 4);
	f[1] = hash(user);
	f[2] = user - first;
	f[3] = user->age + (user == first);
	predict(f, 4);
}
