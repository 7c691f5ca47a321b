/* The model is fitted to what happened. */
// no-finding: feedback-loop
/* manifest +
training:
  - { function: fit, features: { arg: 0, count: { arg: 1 } }, label: 2, of: "model:m" }
*/
#include "case.h"

void fit(const double *features, int count, double label);

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = read_b();
	fit(f, 2, read_c());
	return predict(f, 2);
}
