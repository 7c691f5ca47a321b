/* A member of one of several records and the elements of an array in the first of them share no place, however far the
   records are apart. */
#include "case.h"

struct band { float gain, line[8]; };

void run(void)
{
	struct band bands[2] = { 0 };
	double f[2];
	int i = read_i() & 1, k = read_j() & 7;

	bands[i].gain = (float)read_a();
	bands[0].line[k] = (float)read_b();
	f[0] = bands[0].line[read_j() & 7];
	f[1] = bands[1].gain;
	predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
