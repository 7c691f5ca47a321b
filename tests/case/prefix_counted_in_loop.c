/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* A length that a loop reads anew is one number until the next iteration: what is filled so far hides what was there. What an
   earlier iteration left behind a shorter length is still there. */
#include "case.h"

static double sum(const double *x, int n)
{
	double all = 0;
	for (int i = 0; i < n; i++)
		all += x[i];
	return all;
}

void frames(void)
{
	static double scratch[64];
	while (read_j()) {
		int n = read_i();
		double f[3];
		for (int i = 0; i < n; i++)
			scratch[i] = read_a();
		f[0] = sum(scratch, n);
		for (int i = 0; i < n; i++)
			scratch[i] = read_b();
		f[1] = sum(scratch, n);
		f[2] = sum(scratch, 64);
		predict(f, 3);
	}
}

void older(void)
{
	static double kept[64];
	int before = 0;
	while (read_j()) {
		int n = read_i();
		double f[2];
		for (int i = 0; i < n; i++)
			kept[i] = read_a();
		f[0] = sum(kept, before);
		for (int i = 0; i < n; i++)
			kept[i] = read_b();
		f[1] = sum(kept, n);
		before = n;
		predict(f, 2);
	}
}

void nested(void)
{
	double line[64] = { 0 };
	while (read_j()) {
		double f[2] = { 0 };
		for (int k = 0; k < read_j(); k++) {
			f[0] += sum(line, 8);
			int n = read_i();
			for (int i = 0; i < n; i++)
				line[i] = read_a();
			f[1] += sum(line, n);
		}
		for (int i = 0; i < 8; i++)
			line[i] = read_c();
		predict(f, 2);
	}
}
// edge: signal:a -> feature:frames.f[0] data
// no-edge: signal:b -> feature:frames.f[0]
// edge: signal:b -> feature:frames.f[1] data
// no-edge: signal:a -> feature:frames.f[1]
// edge: signal:b -> feature:frames.f[2] data
// edge: signal:a -> feature:older.f[0] data
// edge: signal:b -> feature:older.f[0] data state
// edge: signal:b -> feature:older.f[1] data
// no-edge: signal:a -> feature:older.f[1]
// edge: signal:a -> feature:nested.f[0] data
// edge: signal:c -> feature:nested.f[0] data state
// edge: signal:a -> feature:nested.f[1] data
// no-edge: signal:c -> feature:nested.f[1]
