/* The signal goes through an unknown function. */
// finding: hidden-loop model:m
// message: hidden-loop not certain
/* manifest +
world:
  - { from: "consumer:act", to: "signal:a" }
*/
#include "case.h"

double unknown(double x);
static double level;

void act(double p)
{
	level = p * 3;
}

void run(void)
{
	double f[1] = { unknown(read_a()) };

	act(predict(f, 1));
}
