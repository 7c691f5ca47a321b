/* The model is fitted to what it predicted. */
// finding: feedback-loop model:m
// message: feedback-loop is trained on what it predicted
// no-finding: label-leakage
/* manifest +
training:
  - { function: fit, features: { arg: 0, count: { arg: 1 } }, label: 2, of: "model:m" }
*/
#include "case.h"

void fit(const double *features, int count, double label);

void run(void)
{
	double f[2], p;

	f[0] = read_a();
	f[1] = read_b();
	p = predict(f, 2);
	fit(f, 2, p > 0.5 ? 1 : 0);
}
