/* A loop of unknown length that goes through short arrays, one element in each iteration: what it leaves in y[1] comes from
   x[1], not from all of x. */
#include "case.h"

static void scale(const double *x, double *y, int n)
{
	for (int i = 0; i < n; i++)
		y[i] = 2 * x[i];
}

void by_index(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 };

	scale(x, f, read_i() & 3);
	predict(f, 3);
}
// edge: signal:a -> feature:by_index.f[0] data
// edge: signal:b -> feature:by_index.f[1] data
// edge: signal:c -> feature:by_index.f[2] data
// edge: signal:i -> feature:by_index.f[0] control
// edge: signal:i -> feature:by_index.f[2] control
// no-edge: signal:a -> feature:by_index.f[1]
// no-edge: signal:a -> feature:by_index.f[2]
// no-edge: signal:b -> feature:by_index.f[0]
// no-edge: signal:c -> feature:by_index.f[1]

/* The same function, with an array of another length: all of it. */
void longer(void)
{
	double x[5] = { 0 }, f[5] = { 0 };

	x[4] = read_a();
	x[3] = read_b();
	scale(x, f, read_i());
	predict(f, 5);
}
// edge: signal:a -> feature:longer.f[4] data
// edge: signal:b -> feature:longer.f[3] data
// no-edge: signal:a -> feature:longer.f[3]

void long_ones(void)
{
	double x[100] = { 0 }, f[100] = { 0 };

	x[90] = read_a();
	scale(x, f, read_i());
	predict(f + 90, 1);
}
// edge: signal:a -> feature:long_ones.f[90] data

/* At its end: the first iteration always runs. */
static void shift(const double *x, double *y, int n)
{
	int i = 0;

	do
		y[i] = x[i] + 1;
	while (++i < n);
}

void tested_at_end(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 };

	shift(x, f, read_i());
	predict(f, 3);
}
// edge: signal:a -> feature:tested_at_end.f[0] data
// edge: signal:c -> feature:tested_at_end.f[2] data
// edge: signal:i -> feature:tested_at_end.f[1] control
// no-edge: signal:i -> feature:tested_at_end.f[0]
// no-edge: signal:a -> feature:tested_at_end.f[2]

static void by_cursor(const double *from, const double *end, double *to)
{
	while (from < end)
		*to++ = *from++;
}

void with_cursors(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 };

	by_cursor(x, x + (read_i() & 3), f);
	predict(f, 3);
}
// edge: signal:b -> feature:with_cursors.f[1] data
// no-edge: signal:a -> feature:with_cursors.f[1]

/* What the first N elements held before is not what a loop through the first N of them finds. */
void written_before(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, y[3] = { read_b(), read_c(), read_a() }, f[3] = { 0 };
	int n = read_i();

	for (int i = 0; i < n; i++)
		y[i] = x[i];
	for (int i = 0; i < n; i++)
		f[i] = y[i];
	predict(f, 3);
}
// edge: signal:a -> feature:written_before.f[0] data
// edge: signal:b -> feature:written_before.f[1] data
// no-edge: signal:b -> feature:written_before.f[0]
// no-edge: signal:c -> feature:written_before.f[1]

/* A sum that goes on: the next ones have all of those before, and none of those behind. */
void sums(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 }, sum = 0;
	int n = read_i();

	for (int i = 0; i < n; i++) {
		sum += x[i];
		f[i] = sum;
	}
	predict(f, 3);
}
// edge: signal:a -> feature:sums.f[2] data
// edge: signal:b -> feature:sums.f[1] data
// no-edge: signal:c -> feature:sums.f[1]
// no-edge: signal:b -> feature:sums.f[0]

/* It ends early, too. */
void ends_early(void)
{
	double x[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 };
	int n = read_i();

	for (int i = 0; i < n; i++) {
		if (x[i] < 0)
			break;
		f[i] = x[i];
	}
	predict(f, 3);
}
// edge: signal:a -> feature:ends_early.f[0] data
// edge: signal:a -> feature:ends_early.f[2] control
// edge: signal:c -> feature:ends_early.f[2] data

/* A function that calls itself for a longer array. */
static void twice(const double *x, double *y, int n, int again)
{
	static double longer[8];

	for (int i = 0; i < n; i++)
		y[i] = x[i];
	if (again) {
		longer[6] = read_d();
		twice(longer, y, n, 0);
	}
}

void longer_in_recursion(void)
{
	double x[2] = { read_a(), read_b() }, f[8] = { 0 };

	twice(x, f, read_i(), read_j());
	predict(f, 8);
}
// edge: signal:d -> feature:longer_in_recursion.f[6] data
