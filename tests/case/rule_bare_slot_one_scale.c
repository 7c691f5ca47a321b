/* Both readers turn the log-odds into a probability first. */
// no-finding: bare-slot
/* manifest +
rules: { bare-slot: note }
*/
#include "case.h"

double exp(double x);

static double odds;

static int rank(void)
{
	return 1 / (1 + exp(-odds)) > 0.5;
}

static int alarm(void)
{
	return 1 / (1 + exp(-odds)) > 0.9;
}

int main(void)
{
	double f[1] = { read_a() };

	odds = predict(f, 1);
	return rank() + alarm();
}
