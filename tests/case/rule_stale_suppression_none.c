/* It matches. */
// no-finding: stale-suppression
// no-finding: unmonitored-prediction
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
  - { rule: unmonitored-prediction, subject: "model:m", reason: "known" }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1) * 2;
}
