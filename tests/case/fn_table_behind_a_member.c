#include "case.h"

struct driver { int count; double (*const *steps)(double); };

static double score(double x)
{
	double f[1] = { x };
	return predict(f, 1);
}

static double (*const steps[2])(double) = { score, score };
static const struct driver driver = { 2, steps };
const struct driver *current = &driver;

double run(int i)
{
	return current->steps[i](read_a());
}
// edge: signal:a -> feature:score.f[0] data
