/* Used, and nobody watches. */
// finding: unmonitored-prediction model:m
/* manifest +
consumers:
  - { of: "model:m", function: run }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
