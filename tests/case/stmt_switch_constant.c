#include "case.h"

enum mode { FAST, EXACT };

static double value(enum mode mode)
{
	switch (mode) {
	case FAST: return read_a();
	case EXACT: return read_b();
	}
	return 0;
}

double run(void)
{
	double f[1];
	f[0] = value(EXACT);
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
