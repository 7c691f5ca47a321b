/* The same, known. */
// no-finding: hidden-loop
// suppressed: hidden-loop
/* manifest +
world:
  - { from: "consumer:act", to: "signal:a" }
suppress:
  - { rule: hidden-loop, subject: "model:m", reason: "known" }
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
