/* manifest
version: 1
signals:
  - { function: sample, name: a }
*/
// Some other function called predict is no model of liblinear.
#include <stdio.h>

double sample(void);
double predict(const void *state, const double *x);

void run(void)
{
	double x[1] = {sample()};
	printf("%f\n", predict(0, x));
}
// no-node: model:predict
// no-node: prediction:predict
