#include "case.h"

static double (*score)(double);

static double doubled(double x)
{
	return 2 * x;
}

__attribute__((constructor)) static void register_score(void)
{
	score = doubled;
}

double run(void)
{
	double f[1] = { score(read_a()) };
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
