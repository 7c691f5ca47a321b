/* Each function of the table gets the length in the unit of its case: all of them mean the same. */
// no-finding: divergent-definition
// edge: signal:process.length -> feature:s.length data
/* manifest
version: 1
models:
  - { function: predict_scalar, input: 0, output: return, name: s }
*/
#include "case.h"

double predict_scalar(int length);

static double narrow(int length)
{
	return predict_scalar(length / 2);
}

static double wide(int length)
{
	return predict_scalar(length / 6);
}

static double (*const rates[])(int) = { narrow, wide };

double process(int rate, int length)
{
	return rates[rate](length);
}
