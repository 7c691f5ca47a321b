#include "case.h"

static void set(int rows, int columns, double m[rows][columns], int at, double x)
{
	m[at][columns - 1] = x;
}

static double trace(int n, double (*m)[n])
{
	double sum = 0;
	for (int k = n; k-- > 0;)
		sum += m[k][k];
	return sum;
}

static double last(int n, int m, double t[n][m][2])
{
	return t[n - 1][m - 1][1];
}

static double second(int n, int m, double (*t)[n][m])
{
	return t[1][0][0] + (double)sizeof *t;
}

double run(void)
{
	double m[2][3] = { 0 }, s[2][2] = { { read_a(), read_b() }, { read_c(), read_d() } }, t[2][2][2] = { 0 }, u[2][3][2] = { 0 }, f[5];
	set(2, 3, m, 0, read_a());
	set(2, 3, m, 1, read_b());
	f[0] = m[0][2];
	f[1] = m[1][2];
	f[2] = trace(2, s);
	t[1][0][1] = read_a();
	t[1][1][1] = read_c();
	f[3] = last(2, 2, t);
	u[1][0][0] = read_a();
	u[0][2][1] = read_b();
	f[4] = second(3, 2, u);
	return predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[3]
// edge: signal:a -> feature:run.f[4] data
// no-edge: signal:b -> feature:run.f[4]
