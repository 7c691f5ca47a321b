/* Whether a function is called that always returns the same error as there is without it decides nothing. */
#include "case.h"

static double seen;

static int note(double x)
{
	seen = x;
	return 0;
}

void run(void)
{
	double f[1] = { read_b() };
	int error = 0;

	if (read_a() > 0)
		error = note(2);
	if (error)
		f[0] = 0;
	predict(f, 1);
	f[0] += error;
	predict_next(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
