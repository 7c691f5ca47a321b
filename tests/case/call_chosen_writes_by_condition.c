/* Which of two functions is called decides what each of them leaves behind. */
#include "case.h"

static void first(double *to, double x)
{
	to[0] = x;
}

static void second(double *to, double x)
{
	to[1] = x;
}

void run(void)
{
	double v[3] = { 1, 2, 3 };
	void (*f)(double *, double) = read_c() > 0 ? first : second;

	f(v, read_b());
	predict(v, 3);
}
// edge: signal:b -> feature:run.v[0]
// edge: signal:b -> feature:run.v[1]
// edge: signal:c -> feature:run.v[0]
// edge: signal:c -> feature:run.v[1]
// no-edge: signal:c -> feature:run.v[2]
// no-edge: signal:b -> feature:run.v[2]
