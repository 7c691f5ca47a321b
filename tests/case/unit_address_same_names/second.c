#include "../case.h"

static void run(double x)
{
	double f[1] = { x };

	predict_next(f, 1);
}

void second(void)
{
	run(read_a());
}
