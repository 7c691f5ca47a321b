/* What a call returned tells what it left: what it leaves where it fails does not reach who stops then. */
#include "case.h"

static int fill(double *f, double x, double y)
{
	if (x < 0.04) {
		f[0] = 0;
		return 1;
	}
	f[0] = y;
	return 0;
}

void direct(void)
{
	double f[1];

	if (!fill(f, read_a(), read_b()))
		predict(f, 1);
}

/* By another function, and with an error below zero. */
static int checked(double *f, double x, double y)
{
	int error = fill(f, x, y);

	if (error)
		return -error;
	f[1] = 2 * y;
	return 0;
}

void handed_on(void)
{
	double f[2];
	int error = checked(f, read_c(), read_d());

	if (error < 0)
		return;
	predict_next(f, 2);
}
// edge: signal:b -> feature:direct.f[0] data
// no-edge: signal:a -> feature:direct.f[0]
// edge: signal:d -> feature:handed_on.f[0] data
// edge: signal:d -> feature:handed_on.f[1] data
// no-edge: signal:c -> feature:handed_on.f[0]
// no-edge: signal:c -> feature:handed_on.f[1]
// guards: model:m 18
// guards: model:n 38
