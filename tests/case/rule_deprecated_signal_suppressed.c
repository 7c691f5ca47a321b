/* The same, known. */
// no-finding: deprecated-signal
// suppressed: deprecated-signal
/* manifest
version: 1
signals:
  - { function: read_a, name: a, deprecated: true }
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
  - { rule: deprecated-signal, subject: "signal:a", reason: "known" }
*/
#include "case.h"

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
