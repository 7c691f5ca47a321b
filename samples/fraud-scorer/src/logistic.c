#include "logistic.h"

#include <math.h>

static const double bias = -3.2;
static const double weights[] = { 0.55, 2.4, 0.9, -0.7, 1.8 };

double logistic_score(const double *inputs, int count)
{
	double sum = bias;
	for (int i = 0; i < count; i++)
		sum += weights[i] * inputs[i];
	return 1 / (1 + exp(-sum));
}
