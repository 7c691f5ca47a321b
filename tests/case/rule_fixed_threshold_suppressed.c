/* The same, known. */
// no-finding: fixed-threshold
// suppressed: fixed-threshold
/* manifest +
suppress:
  - { rule: fixed-threshold, subject: "prediction:m", reason: "known" }
*/
#include "case.h"

int run(void)
{
	double f[1] = { read_a() };
	double p = predict(f, 1);

	return p > 0.8 ? 1 : 0;
}
