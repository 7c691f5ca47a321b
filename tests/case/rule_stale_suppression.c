/* Matches nothing, and one whose time is over. */
// finding: stale-suppression unused-feature: feature:none
// finding: stale-suppression unmonitored-prediction: model:m
// finding: unmonitored-prediction
/* manifest +
consumers:
  - { of: "model:m", function: run }
suppress:
  - { rule: unused-feature, subject: "feature:none", reason: "gone" }
  - { rule: unmonitored-prediction, subject: "model:m", reason: "later", until: 2020-01-01 }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
