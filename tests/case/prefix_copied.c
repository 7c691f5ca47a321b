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
// The first n elements of a scratch array, set and copied as a whole: nothing older is left in them; behind them it is.
#include "case.h"
#include <string.h>

struct point { double x, y; };

static void fill(double *to, int n, double x) { for (int i = 0; i < n; i++) to[i] = x; }
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i]; return s; }
static void scale(double *work, const double *from, int n)
{
	memcpy(work, from, n * sizeof *work);
	for (int i = 0; i < n; i++)
		work[i] *= 2;
}

void run(const int *length)
{
	double scratch[64], other[64], work[64], f[10];
	unsigned char bytes[64];
	struct point points[16], kept[16];
	int n = *length;

	fill(scratch, n, read_a());
	memset(scratch, 0, n * sizeof *scratch);
	f[0] = sum(scratch, n);
	f[1] = sum(scratch, 64);
	fill(other, n, read_b());
	memcpy(scratch, other, sizeof(double) * (size_t)n);
	f[2] = sum(scratch, n);
	fill(other, 64, read_a());
	fill(other, n, read_c());
	memcpy(scratch, other, n * sizeof *scratch);
	f[3] = sum(scratch, n);
	scale(work, scratch, n);
	f[4] = sum(work, n);
	fill(other, n, read_d());
	scale(work, other, n);
	f[5] = sum(work, n);
	for (int i = 0; i < n; i++)
		bytes[i] = (unsigned char)read_a();
	memset(bytes, 1, n);
	f[6] = 0;
	for (int i = 0; i < n; i++)
		f[6] += bytes[i];
	for (int i = 0; i < n; i++)
		points[i].x = read_a(), points[i].y = read_b();
	memcpy(kept, points, n * sizeof *kept);
	for (int i = 0; i < n; i++)
		points[i].x = read_c(), points[i].y = read_d();
	memcpy(kept, points, n * sizeof *kept);
	f[7] = f[8] = 0;
	for (int i = 0; i < n; i++) {
		f[7] += kept[i].x;
		f[8] += kept[i].y;
	}
	memcpy(scratch + 1, other, n * sizeof *scratch);
	f[9] = sum(scratch, n);
	predict(f, 10);
}
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:b -> feature:run.f[3]
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] data
// no-edge: signal:c -> feature:run.f[5]
// no-edge: signal:a -> feature:run.f[6]
// edge: signal:c -> feature:run.f[7] data
// no-edge: signal:a -> feature:run.f[7]
// edge: signal:d -> feature:run.f[8] data
// no-edge: signal:b -> feature:run.f[8]
// edge: signal:d -> feature:run.f[9] data
// edge: signal:c -> feature:run.f[9] data
