/* Functions of <complex.h> are no unknown ones. */
#include "case.h"
#include <complex.h>

void run(void)
{
	double complex z = read_a() + read_b() * I;
	float complex w = read_c();
	double f[4];

	f[0] = cabs(z);
	f[1] = creal(conj(z)) + cimag(cexp(z));
	f[2] = crealf(w);
	f[3] = carg(cpow(z, w));
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3] data
// no-node: signal:cabs
// no-node: signal:crealf
// no-node: signal:carg
