/* A loop that is watched. */
// no-finding: feedback-loop
// suppressed: feedback-loop model:m
/* manifest +
suppress:
  - { rule: feedback-loop, subject: "model:m", reason: "a tenth of the traffic is random" }
*/
#include "case.h"

static double last;

double run(void)
{
	double f[2];

	f[0] = last * 2;
	f[1] = read_a();
	last = predict(f, 2) + 1;
	return 0;
}
