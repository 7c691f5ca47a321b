/* Scaled on the way, beside a value of an unknown function. */
// finding: fixed-threshold prediction:m
// message: fixed-threshold < 30
#include "case.h"

double unknown(double x);

int run(void)
{
	double f[1] = { unknown(read_a()) };
	double percent = predict(f, 1) * 100;

	return percent < 30 ? 1 : 0;
}
