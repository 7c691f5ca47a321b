/* The same, known. */
// no-finding: unmonitored-prediction
// suppressed: unmonitored-prediction
/* manifest +
consumers:
  - { of: "model:m", function: run }
suppress:
  - { rule: unmonitored-prediction, subject: "model:m", reason: "known" }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
