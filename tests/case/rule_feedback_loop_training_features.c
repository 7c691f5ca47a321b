/* The model is fitted with what it predicted among the features. */
// finding: feedback-loop model:m
// message: feedback-loop is trained on what it predicted
/* manifest +
training:
  - { function: fit, features: { arg: 0, count: 2 }, label: 1, of: "model:m" }
*/
#include "case.h"

void fit(const double *features, double label);

void run(void)
{
	double f[1] = { read_a() }, examples[2];

	examples[0] = read_a();
	examples[1] = predict(f, 1);
	fit(examples, read_b());
}
