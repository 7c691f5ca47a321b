/* The same, known. */
// no-finding: stale-state
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
  - { rule: stale-state, subject: "feature:run.f[0]", reason: "known" }
*/
#include "case.h"

static double price;

double run(void)
{
	double f[1];

	if (read_i())
		price = read_a();
	f[0] = price;
	return predict(f, 1);
}
