/* An unknown function is no monitor. */
// finding: unmonitored-prediction model:m
/* manifest +
consumers:
  - { of: "model:m", function: run }
*/
#include "case.h"

double unknown(double value);
static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = unknown(predict(f, 1));
}
