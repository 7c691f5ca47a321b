/* Records that are nothing but an array: what steps from record to record and inside each is no walk through the first. */
#include "case.h"

struct row { double v[3]; };

void run(void)
{
	struct row rows[2] = { { { 1, 2, 3 } }, { { 4, 5, 6 } } };
	double f[3], sum = 0;
	const double *v = rows[read_i() & 1].v;

	rows[read_i() & 1].v[(unsigned)read_j() % 3] = read_a();
	f[0] = rows[0].v[1];
	f[1] = rows[1].v[0];
	for (int k = 0; k < read_j(); k++)
		sum += v[k];
	f[2] = sum;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
