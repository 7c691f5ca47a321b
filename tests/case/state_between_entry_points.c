#include "case.h"

static double level, unread;

void on_sensor(void)
{
	level = read_a();
	unread = read_b();
}

double run(void)
{
	double f[1];
	f[0] = level;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data state
// no-edge: signal:b -> feature:run.f[0]
