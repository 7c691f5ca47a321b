/* Two pointers to one global are to one object, however often the functions around are called: the second store is the last. */
#include "case.h"

static double table[4];

static void set_both(double *one, double *same)
{
	one[1] = read_a();
	same[1] = read_b();
}

void run(void)
{
	double f[1];

	set_both(table, table);
	f[0] = table[1];
	predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
