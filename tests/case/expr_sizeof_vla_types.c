// Bounds are evaluated where the type is declared, once, with what they do besides.
#include "case.h"

static int length(double *out)
{
	*out = read_a();
	return 8;
}

double run(void)
{
	double f[5], x = read_b();
	int n = read_i();
	typedef double row[n + 1];
	double rows[3][n], (*pointer)[n] = rows;

	n = read_j();
	f[0] = sizeof(row);
	f[1] = sizeof(int[n]);
	f[2] = sizeof rows[1] + sizeof *pointer;
	f[3] = sizeof rows / sizeof rows[0];
	char text[length(&x)];
	f[4] = x + sizeof text;
	rows[0][0] = read_c();
	return predict(f, 5);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:j -> feature:run.f[0]
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[1]
// edge: signal:i -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
// edge: signal:a -> feature:run.f[4] data
// no-edge: signal:b -> feature:run.f[4]
// unresolved: 0
