/* Loops that overwrite a whole array, and do not look like `for (i = 0; i < n; i++) to[i] = …`. */
#include "case.h"

enum { N = 256 };

static void down(const double *in, int n, double *out)
{
	for (int i = n - 1; i >= 0; i--)
		out[i] = in[i];
}

static void count_down(const double *in, int n, double *out)
{
	while (n--)
		out[n] = in[n];
}

static void cursors(const double *in, int n, double *out)
{
	while (n--)
		*out++ = *in++;
}

static void to_end(const double *in, int n, double *out)
{
	for (double *end = out + n; out != end; out++, in++)
		*out = *in;
}

static void test_last(const double *in, int n, double *out)
{
	int i = 0;

	do
		out[i] = in[i];
	while (++i < n);
}

static void backwards(const double *in, int n, double *out)
{
	for (int i = 0, j = n - 1; n > i; i++, j--)
		out[j] = in[i];
}

static void either(const double *in, int n, double *out)
{
	for (int i = 0; i < n; i++)
		if (in[i] > 0)
			out[i] = in[i];
		else
			out[i] = -in[i];
}

static void test_inside(const double *in, int n, double *out)
{
	for (int i = 0;; i++) {
		if (i >= n)
			break;
		out[i] = in[i];
	}
}

static void some(const double *in, int n, double *out)
{
	for (int i = n - 1; i > 0; i--)
		out[i] = in[i];
}

static void most(const double *in, int n, double *out)
{
	for (int i = 0; i < n; i++)
		if (in[i] > 0)
			out[i] = in[i];
}

void run(void)
{
	static double tmp[10][N];
	static void (*const ways[])(const double *, int, double *) = {
		down, count_down, cursors, to_end, test_last, backwards, either, test_inside, some, most
	};
	double a[N], b[N], f[10];

	for (int i = 0; i < N; i++) {
		a[i] = read_a();
		b[i] = read_b();
	}
	for (int k = 0; k < 10; k++) {
		ways[k](a, N, tmp[k]);
		ways[k](b, N, tmp[k]);
		f[k] = tmp[k][0];
	}
	predict(f, 10);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[4] data
// edge: signal:b -> feature:run.f[5] data
// edge: signal:b -> feature:run.f[6] data
// edge: signal:b -> feature:run.f[7] data
// edge: signal:a -> feature:run.f[9] data
// edge: signal:b -> feature:run.f[9] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:a -> feature:run.f[4]
// no-edge: signal:a -> feature:run.f[5]
// no-edge: signal:a -> feature:run.f[6]
// no-edge: signal:a -> feature:run.f[7]
