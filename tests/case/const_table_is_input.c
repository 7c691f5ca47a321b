/* A model is given a table of constants as it is: its elements are features, and never change. */
#include "case.h"

static const double defaults[2] = { 1.5, 2.5 };

double run(void)
{
	return predict(defaults, 2);
}
// edge: feature:defaults[0] -> model:m data
// edge: feature:defaults[1] -> model:m data
// finding: constant-feature feature:defaults[1]
// message: constant-feature is 2.5 at every inference
