/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* An unknown index into a row of a matrix stays in the row, in a loop and alone. Where it is known to go further, all rows
   are meant. */
#include "case.h"

double columns(int at)
{
	static double rows[2][4];
	rows[0][at] = read_a();
	rows[1][at] = read_b();
	double f[2] = { rows[0][at], rows[1][2] };
	return predict(f, 2);
}

double filled(int n)
{
	double rows[2][16];
	for (int i = 0; i < n; i++) {
		rows[0][i] = read_a();
		rows[1][i] = read_b();
	}
	double f[2] = { rows[0][0], rows[1][3] };
	return predict(f, 2);
}

double flat(int n)
{
	double rows[2][4], f[1] = { 0 };
	for (int i = 0; i < 8; i++)
		rows[0][i] = n > i ? read_a() : read_b();
	for (int i = 0; i < 4; i++)
		f[0] += rows[1][i];
	return predict(f, 1);
}
// edge: signal:a -> feature:columns.f[0] data
// no-edge: signal:b -> feature:columns.f[0]
// edge: signal:b -> feature:columns.f[1] data
// no-edge: signal:a -> feature:columns.f[1]
// edge: signal:a -> feature:filled.f[0] data
// no-edge: signal:b -> feature:filled.f[0]
// no-edge: signal:a -> feature:filled.f[1]
// edge: signal:a -> feature:flat.f[0] data
// edge: signal:b -> feature:flat.f[0] data
