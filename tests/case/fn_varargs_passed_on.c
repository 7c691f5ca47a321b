#include "case.h"
#include <stdarg.h>

static double vtotal(int count, va_list args)
{
	double sum = 0;
	for (int k = 0; k < count; k++)
		sum += va_arg(args, double);
	return sum;
}

static double total(int count, ...)
{
	va_list args, copy;
	va_start(args, count);
	va_copy(copy, args);
	double sum = vtotal(count, copy);
	va_end(copy);
	va_end(args);
	return sum;
}

double run(void)
{
	double f[2];
	f[0] = total(2, read_a(), read_b());
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
