/* The world changes a signal that the model does not read. */
// no-finding: hidden-loop
/* manifest +
world:
  - { from: "consumer:act", to: "signal:b" }
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

double other(void)
{
	double g[1] = { read_b() };

	return predict_next(g, 1);
}
