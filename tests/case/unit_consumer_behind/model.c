/* Who has the prediction itself is told from who has what somebody else computed from it. */
// finding: hidden-consumer model:m
// message: hidden-consumer 4 undeclared readers
// message: hidden-consumer 1 more uses only what others compute from the prediction: consumer:show (
#include "parts.h"

double probability;

int main(void)
{
	double f[1] = { read_a() };

	probability = predict(f, 1);
	return rank() + show() + bill();
}
