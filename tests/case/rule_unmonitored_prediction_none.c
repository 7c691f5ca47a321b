/* A monitor watches. */
// no-finding: unmonitored-prediction
/* manifest +
monitors:
  - { function: gauge, value: 0 }
*/
#include "case.h"

static double kept;
void gauge(double value);

void run(void)
{
	double f[1] = { read_a() }, p = predict(f, 1);

	gauge(p);
	kept = p * 2;
}
