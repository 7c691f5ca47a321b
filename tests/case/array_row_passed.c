/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: receive, value: { arg: 0, count: { arg: 1 } }, name: received }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* A row that is passed with a number of elements that nobody knows ends with the row, two rows in one call, too. A pointer to
   the first element of a matrix leads through all rows, and so does a row beside another pointer to the matrix, or one that
   is known to be left. */
#include "case.h"

void receive(double *to, int count);

static double sum(const double *x, int n)
{
	double all = 0;
	for (int i = 0; i < n; i++)
		all += x[i];
	return all;
}

static void fill(double *x, int n, double value)
{
	for (int i = 0; i < n; i++)
		x[i] = value;
}

static void mix(double *to, const double *from, int n)
{
	for (int i = 0; i < n; i++)
		to[i] += from[i];
}

static double both(const double *row, const double *all, int n)
{
	return row[0] + all[n];
}

double rows(int n)
{
	double m[3][8] = { 0 };
	fill(m[0], n, read_a());
	fill(m[1], n, read_b());
	receive(m[2], n);
	double f[3] = { sum(m[0], n), sum(m[1], n), sum(m[2], n) };
	return predict(f, 3);
}

double mixed(int n)
{
	double m[3][8];
	fill(m[0], 8, read_a());
	fill(m[1], 8, read_b());
	fill(m[2], 8, read_c());
	mix(m[0], m[1], n);
	double f[3] = { sum(m[0], n), sum(m[1], n), sum(m[2], n) };
	return predict(f, 3);
}

double flat(int n)
{
	double m[2][8], k[2][8], f[4];
	fill(&m[0][0], n, read_a());
	f[0] = m[1][0];
	fill(m[0], 16, read_b());
	f[1] = m[1][0];
	f[2] = both(m[0], &m[0][0], n);
	fill(&k[0][0], 16, read_c());
	f[3] = sum(k[0], 16);
	return predict(f, 4);
}
// edge: signal:a -> feature:rows.f[0] data
// no-edge: signal:b -> feature:rows.f[0]
// edge: signal:b -> feature:rows.f[1] data
// no-edge: signal:a -> feature:rows.f[1]
// no-edge: signal:received -> feature:rows.f[1]
// edge: signal:received -> feature:rows.f[2] data
// no-edge: signal:b -> feature:rows.f[2]
// edge: signal:a -> feature:mixed.f[0] data
// edge: signal:b -> feature:mixed.f[0] data
// no-edge: signal:c -> feature:mixed.f[0]
// no-edge: signal:a -> feature:mixed.f[1]
// edge: signal:c -> feature:mixed.f[2] data
// no-edge: signal:b -> feature:mixed.f[2]
// edge: signal:a -> feature:flat.f[0] data
// edge: signal:b -> feature:flat.f[1] data
// edge: signal:b -> feature:flat.f[2] data
// edge: signal:c -> feature:flat.f[3] data
