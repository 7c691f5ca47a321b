/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* That an index is no larger than its type allows does not lead out of a row. */
#include "case.h"

double rows_of(unsigned n)
{
	static double rows[2][16];
	rows[0][n * 3] = read_a();
	rows[1][n / 2] = read_b();
	double f[2] = { rows[0][n + 1], rows[1][2] };
	return predict(f, 2);
}
// edge: signal:a -> feature:rows_of.f[0] data
// no-edge: signal:b -> feature:rows_of.f[0]
// edge: signal:b -> feature:rows_of.f[1] data
// no-edge: signal:a -> feature:rows_of.f[1]
