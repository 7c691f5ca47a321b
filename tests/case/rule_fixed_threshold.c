/* A prediction is compared with a constant. */
// finding: fixed-threshold prediction:m
// message: fixed-threshold > 0.8 at
#include "case.h"

int run(void)
{
	double f[1] = { read_a() };
	double p = predict(f, 1);

	return p > 0.8 ? 1 : 0;
}
