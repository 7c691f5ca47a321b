/* Matches nothing, and one whose time is over. */
// finding: stale-suppression unused-feature: feature:none
// finding: stale-suppression unmonitored-prediction: model:m
// finding: unmonitored-prediction
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
  - { function: read_i, name: i }
  - { function: read_j, name: j }
  - { function: read_block, value: 0, name: block }
  - { function: read_text, value: 0, name: text }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
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
