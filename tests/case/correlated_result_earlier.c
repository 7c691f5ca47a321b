/* What an earlier call returned, or a call of another function, says nothing of what this one left. */
#include "case.h"

static int fill(double *f, double x, double y)
{
	if (x < 0) {
		f[0] = x;
		return 1;
	}
	f[0] = y;
	return 0;
}

void earlier(int count)
{
	double f[1];
	int before;

	for (int i = 0; i < count; i++) {
		int error = fill(f, read_a(), read_b());
		if (i > 0 && !before)
			predict(f, 1);
		before = error;
	}
}

void again(void)
{
	double f[1];
	int error = fill(f, 1, 2);

	fill(f, read_c(), read_d());
	if (!error)
		predict_next(f, 1);
}
// edge: signal:a -> feature:earlier.f[0] data
// edge: signal:b -> feature:earlier.f[0] data
// edge: signal:c -> feature:again.f[0] data
// edge: signal:d -> feature:again.f[0] data
