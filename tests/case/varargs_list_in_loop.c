#include "case.h"
#include <stdarg.h>
#include <stdlib.h>

/* A list of arguments that a helper goes through in a loop; memory of the heap among the arguments. */
static double sum_of(int n, va_list list)
{
	double sum = 0;
	while (n-- > 0)
		sum += va_arg(list, double);
	return sum;
}

static double sum(int n, ...)
{
	va_list list;
	va_start(list, n);
	double all = sum_of(n, list);
	va_end(list);
	return all;
}

static double first(int n, ...)
{
	va_list list;
	va_start(list, n);
	const double *p = va_arg(list, const double *);
	va_end(list);
	return p[0] + n;
}

double run(void)
{
	double f[3], local = read_d(), *heap = malloc(sizeof *heap);
	if (!heap)
		return 0;
	heap[0] = read_c();
	f[0] = sum(read_i(), read_a(), read_b());
	f[1] = first(1, heap);
	f[2] = first(1, &local);
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:d -> feature:run.f[1]
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
