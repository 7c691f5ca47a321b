/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
models:
  - { function: predict, input: { arg: 0, count: 10 }, output: return, name: m }
*/
// What looks like a scratch array written and read as far, and is not: another length, a length that changes, some
// elements, some ways, a loop that is left early, one element more, other invocations, other iterations.
#include "case.h"

static double kept[64], line[64];

static void fill(double *to, int n, double x) { for (int i = 0; i < n; i++) to[i] = x; }
static void fill_some(double *to, int n, double x) { for (int i = 0; i < n; i++) if (i != 2) to[i] = x; }
static void fill_until(double *to, int n, double x, int at) { for (int i = 0; i < n; i++) { if (i == at) break; to[i] = x; } }
static void fill_if(double *to, int n, double x, int c) { if (c) fill(to, n, x); }
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i]; return s; }
static double sum_all(const double *v, int n) { double s = 0; for (int i = 0; i <= n; i++) s += v[i]; return s; }

void run(int n, int m, int c)
{
	double v[64] = { 0 }, f[10];
	int length = n;

	fill(v, n, read_a());
	fill(v, m, read_b());
	f[0] = sum(v, n);
	fill(v, n, read_a());
	fill_some(v, n, read_b());
	f[1] = sum(v, n);
	fill(v, n, read_a());
	fill_until(v, n, read_c(), m);
	f[2] = sum(v, n);
	fill(v, n, read_a());
	fill_if(v, n, read_d(), c);
	f[3] = sum(v, n);
	fill(v, 64, read_a());
	fill(v, n, read_b());
	f[4] = sum_all(v, n);
	fill(v, length, read_c());
	length = m;
	f[5] = sum(v, length);
	f[6] = sum(kept, n);
	fill(kept, n, read_d());
	f[7] = 0;
	for (int i = 0; i < m; i++) {
		int now = read_i();
		f[7] += sum(line, now);
		fill(line, now, read_a());
	}
	fill(v, n, read_a());
	v[3] = read_b();
	f[8] = sum(v, n);
	if (m > 3)
		fill(v, n, read_c());
	f[9] = sum(v, n);
	predict(f, 10);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// edge: signal:d -> feature:run.f[3] data
// edge: signal:run.c -> feature:run.f[3] control
// edge: signal:a -> feature:run.f[4] data
// edge: signal:b -> feature:run.f[4] data
// edge: signal:c -> feature:run.f[5] data
// edge: signal:b -> feature:run.f[5] data
// edge: signal:d -> feature:run.f[6] data state
// edge: signal:a -> feature:run.f[7] data
// edge: signal:a -> feature:run.f[8] data
// edge: signal:b -> feature:run.f[8] data
// no-edge: signal:c -> feature:run.f[8]
// edge: signal:a -> feature:run.f[9] data
// edge: signal:b -> feature:run.f[9] data
// edge: signal:c -> feature:run.f[9] data
// edge: signal:run.m -> feature:run.f[9] control
