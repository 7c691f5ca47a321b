/* A pointer to a row leads through all the rows that there are: of a parameter that is a matrix, a pointer to its first
   element is one to the whole of it. A diagonal is no other element. */
#include "case.h"

static double whole(double m[2][2])
{
	double *p = &m[0][0], sum = 0;

	for (int k = 0; k < 4; k++)
		sum += p[k];
	return sum;
}

static double by_length(int n, double (*m)[n])
{
	double *p = *m, sum = 0;

	for (int k = 0; k < n * n; k++)
		sum += p[k];
	return sum;
}

static double first_column(int n, double m[n][n])
{
	double sum = 0;

	for (int k = 0; k < 2; k++)
		sum += m[k][0];
	return sum;
}

static double trace(int n, double (*m)[n])
{
	double sum = 0;

	for (int k = 0; k < n; k++)
		sum += m[k][k];
	return sum;
}

void run(void)
{
	double m[2][2] = { { read_a(), 1 }, { read_b(), read_c() } }, f[4];

	f[0] = whole(m);
	f[1] = by_length(2, m);
	f[2] = first_column(2, m);
	f[3] = trace(2, m);
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[3]
