/* What main left and what others may leave there later are all found by who is called from outside. */
#include "case.h"

static double level;

void on_frame(int x)
{
	if (x > 3)
		level = x;
}

void on_other(int y)
{
	if (y > 3)
		level = y;
}

void run(void)
{
	double f[1] = { level };

	predict(f, 1);
}

int main(void)
{
	level = read_a();
	return 0;
}
// edge: signal:a -> feature:run.f[0] data state
// edge: signal:on_frame.x -> feature:run.f[0] data state
// edge: signal:on_other.y -> feature:run.f[0] data state
