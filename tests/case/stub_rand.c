// Random numbers are signals of the POSIX pack; seeding reaches nothing.
#include "case.h"
#include <stdlib.h>

double run(void)
{
	double f[2];
	srand((unsigned)read_i());
	f[0] = read_a() + rand() % 10;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:rand -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:rand -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[0]
