// The value of a statement expression may stand behind labels.
#include "case.h"

double run(void)
{
	double f[1];
	f[0] = ({ if (read_i()) goto out; read_b(); out: again: read_a(); });
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
