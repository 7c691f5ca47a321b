#include "case.h"

struct inner { double gain; };
struct outer { double level; struct inner inner; };

double run(void)
{
	struct outer o = { read_a(), { read_b() } };
	int offset = sizeof(double);
	struct inner *inner = (struct inner *)((char *)&o + offset);
	double f[1];
	f[0] = inner->gain;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
