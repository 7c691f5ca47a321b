// sizeof does not evaluate its operand.
#include "case.h"

double run(void)
{
	double f[2], a = read_a();
	f[0] = sizeof a * read_b();
	f[1] = sizeof(read_c());
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
