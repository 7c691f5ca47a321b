/* Three slots without a name. */
// finding: bare-slot model:m
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
rules:
  bare-slot: note
*/
#include "case.h"

double run(void)
{
	double f[3];

	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return predict(f, 3);
}
