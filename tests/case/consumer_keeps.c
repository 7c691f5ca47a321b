#include "case.h"

static double kept;

static void remember(double p)
{
	kept = p;
}

int main(void)
{
	double f[1] = { read_a() };
	remember(predict(f, 1));
	return 0;
}
// edge: prediction:m -> consumer:remember data
// no-node: consumer:main
