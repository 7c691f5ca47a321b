/* Nobody has said anything about monitors or consumers: the note would stand at every model. */
// hidden: unmonitored-prediction model:m
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
