/* Elements appended to the input of a model, after a number that is not known. */
#include "case.h"

#include <string.h>

void run(double *f)
{
	int n = 0;
	double a = read_a(), b = read_b();

	while (n < (read_i() & 1))
		f[n++] = a;
	while (n < 3)
		f[n++] = b;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2]
