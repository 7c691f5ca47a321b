/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
models:
  - { function: predict, input: { arg: 0, count: 12 }, output: return, name: m }
*/
// One scratch array for everything, as long as a frame is: what is read of its first n elements is what was last written
// to its first n elements, whatever n is; here, in helpers, with cursors, counting down, of every second one.
#include "case.h"

struct frame { int length; };

static void fill(double *to, int n, double x) { for (int i = 0; i < n; i++) to[i] = x; }
static void fill_by_cursor(double *to, unsigned n, double x) { double *end = to; while (n--) *end++ = x; }
static void fill_either(double *to, int n, double x) { for (int i = 0; i < n; i++) if (i & 1) *to++ = x; else *to++ = -x; }
static void halve(double *to, const double *from, int n) { for (int i = 0; i < (n >> 1); i++) { *to++ = *from; from += 2; } }
static double sum(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i]; return s; }
static double size(const double *v, int n) { double s = 0; for (int i = n; i > 0; i--) s += *v > 0 ? *v++ : -*v++; return s; }
static double slope(const double *v, int n) { double s = 0; for (int i = 1; i < n; i++) s += v[i] - v[i - 1]; return s; }

void run(struct frame *frame, int n)
{
	double scratch[64], other[64], f[12], s = 0;

	for (int i = 0; i < n; i++)
		scratch[i] = read_a();
	for (int i = 0; i < n; i++)
		s += scratch[i];
	f[0] = s;
	fill(scratch, n, read_b());
	f[1] = sum(scratch, n);
	f[2] = size(scratch, n);
	f[3] = slope(scratch, n);
	fill_by_cursor(other, (unsigned)n, read_c());
	for (int i = 0; i < n; i++)
		scratch[i] -= other[i];
	f[4] = sum(scratch, n);
	fill_either(scratch, n, read_d());
	f[5] = sum(scratch, n);
	fill(scratch, n / 2, read_a());
	f[6] = sum(scratch, n / 2);
	f[7] = sum(scratch, n);
	fill(scratch, frame->length, read_c());
	f[8] = sum(scratch, frame->length);
	fill(other, n, read_b());
	halve(scratch, other, n);
	f[9] = sum(scratch, n >> 1);
	f[10] = sum(scratch, frame->length);
	f[11] = 0;
	predict(f, 12);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
// edge: signal:b -> feature:run.f[4] data
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] data
// no-edge: signal:b -> feature:run.f[5]
// no-edge: signal:c -> feature:run.f[5]
// edge: signal:a -> feature:run.f[6] data
// no-edge: signal:d -> feature:run.f[6]
// edge: signal:a -> feature:run.f[7] data
// edge: signal:d -> feature:run.f[7] data
// edge: signal:c -> feature:run.f[8] data
// no-edge: signal:a -> feature:run.f[8]
// no-edge: signal:d -> feature:run.f[8]
// edge: signal:b -> feature:run.f[9] data
// no-edge: signal:c -> feature:run.f[9]
// edge: signal:c -> feature:run.f[10] data
// edge: signal:b -> feature:run.f[10] data
