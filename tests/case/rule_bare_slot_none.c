/* Slots named by enumerators. */
// no-finding: bare-slot
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

enum { AGE, PRICE, HOUR };

double run(void)
{
	double f[3];

	f[AGE] = read_a();
	f[PRICE] = read_b();
	f[HOUR] = read_c();
	return predict(f, 3);
}
