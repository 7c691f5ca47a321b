#include "case.h"

/* What a loop may have stored at one of the elements is beside what each of them held; the others' values are not. */
double run(void)
{
	double v[8] = { read_a(), read_b(), read_c() }, f[2];
	int n = read_i();
	for (int k = 0; k < n; k++)
		v[k & 7] = read_d();
	f[0] = v[0];
	f[1] = v[2];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
