// Out-parameters and returns are steps of the path.
#include "case.h"

static void score(double *to)
{
	double f[1] = { read_a() };
	*to = predict(f, 1);
}

static double get(void)
{
	double p;
	score(&p);
	return p;
}

int main(void)
{
	return get() > 0.5;
}
// edge: prediction:m -> consumer:main
// no-node: consumer:score
// no-node: consumer:get
