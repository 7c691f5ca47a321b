/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_block, value: { arg: 0, count: { arg: 1 } }, name: block }
  - { function: read_more, value: { arg: 0, count: { arg: 1 } }, name: more }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* Frames of two channels in turn, as many as the run has: multiples of two stay such where a number ends with its type,
   with a sign and without. So many elements of one signal replace those of another. */
#include "case.h"

void read_more(double *to, int count);

double turns(int n)
{
	double x[32], f[2] = { 0 };
	for (int i = 0; i < n; i++) {
		x[2 * i] = read_a();
		x[2 * i + 1] = read_b();
	}
	for (int i = 0; i < n; i++) {
		f[0] += x[2 * i];
		f[1] += x[2 * i + 1];
	}
	return predict(f, 2);
}

double unsigned_turns(unsigned n)
{
	double x[32], f[2];
	for (unsigned i = 0; i < n; i++) {
		x[2 * i] = read_a();
		x[2 * i + 1] = read_b();
	}
	f[0] = x[0];
	f[1] = x[1];
	return predict(f, 2);
}

static double mean(const double *x, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += x[i];
	return sum / n;
}

double again(int n)
{
	double x[64], f[3];
	read_block(x, n);
	f[0] = mean(x, n);
	read_more(x, n);
	f[1] = mean(x, n);
	f[2] = mean(x, 64);
	return predict(f, 3);
}
// edge: signal:a -> feature:turns.f[0] data
// no-edge: signal:b -> feature:turns.f[0]
// edge: signal:b -> feature:turns.f[1] data
// no-edge: signal:a -> feature:turns.f[1]
// edge: signal:a -> feature:unsigned_turns.f[0] data
// no-edge: signal:b -> feature:unsigned_turns.f[0]
// no-edge: signal:a -> feature:unsigned_turns.f[1]
// edge: signal:block -> feature:again.f[0] data
// no-edge: signal:more -> feature:again.f[0]
// edge: signal:more -> feature:again.f[1] data
// no-edge: signal:block -> feature:again.f[1]
// edge: signal:block -> feature:again.f[2] data
// edge: signal:more -> feature:again.f[2] data
