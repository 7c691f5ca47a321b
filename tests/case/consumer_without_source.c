/* manifest +
consumers:
  - { of: "model:m", function: valve_open }
*/
/* Who hands a prediction to a function without source is its consumer, also when nothing comes back; a declared one itself. */
#include "case.h"

void valve_open(double), lamp_set(const double *);

static void control(double p)
{
	valve_open(p);
}

static void show(double p)
{
	lamp_set(&p);
}

void run(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };

	control(predict(f, 1));
	show(predict_next(g, 1));
}
// edge: prediction:m -> consumer:valve_open data
// no-node: consumer:control
// edge: prediction:n -> consumer:show data
// finding: hidden-consumer model:n
