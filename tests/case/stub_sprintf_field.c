// A text that fills one member leaves the next one alone.
#include "case.h"
#include <stdio.h>
#include <string.h>

struct user {
	char name[16];
	double age;
};

double run(void)
{
	struct user user = {"", read_a()};
	double f[2];
	sprintf(user.name, "%d", read_i());
	f[0] = user.age;
	f[1] = strlen(user.name);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
