/* The actuator changes what the sensor will read, says the manifest. */
// finding: hidden-loop model:m
/* manifest +
world:
  - { from: "consumer:act", to: "signal:a" }
*/
#include "case.h"

static double level;

void act(double p)
{
	level = p * 3;
}

void run(void)
{
	double f[1] = { read_a() };

	act(predict(f, 1));
}
