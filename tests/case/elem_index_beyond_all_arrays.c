/* An index that is in no array at all, as (0 - 1) / 2 of a size_t is: the place is not there, and nothing else is lost. */
#include "case.h"
#include <stddef.h>

static double at(const double *v, size_t i, size_t n)
{
	return i < n ? v[i] : 0;
}

void run(double *heap, size_t n)
{
	size_t i = 0;
	double f[2];

	heap[i] = read_a();
	f[0] = at(heap, (i - 1) / 2, n);
	f[1] = heap[i];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:run.n -> feature:run.f[0] control
