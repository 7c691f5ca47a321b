#include "case.h"

static double pick(const char *text, int at)
{
	return text[at] ? read_a() : read_b();
}

double run(void)
{
	double f[3];
	f[0] = pick("\0\0x", 0);
	f[1] = pick("\0\0x", 2);
	f[2] = pick("\\n", 0);
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
