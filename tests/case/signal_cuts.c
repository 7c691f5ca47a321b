// What lies behind a declared signal is not followed.
#include "case.h"

double raw(void);

double read_a(void)
{
	return raw() * read_b();
}

double run(void)
{
	double f[1];
	f[0] = read_a();
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:raw -> feature:run.f[0]
// no-finding: undeclared-source
