#include "case.h"

double run(void)
{
	double v[2][2] = { { read_a(), read_b() }, { read_c(), read_d() } }, f[4];
	int n = 0;
	for (int row = 0; row < 2; row++)
		for (int column = 0; column < 2; column++)
			f[n++] = v[column][row];
	return predict(f, n);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[3]
