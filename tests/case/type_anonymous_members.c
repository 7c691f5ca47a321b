#include "case.h"

struct record {
	double x;
	struct {
		double y;
		union { double z; long bits; };
	};
};

double run(void)
{
	struct record r = { .x = read_a(), .y = read_b(), .z = read_c() };
	double f[3];
	f[0] = r.x;
	f[1] = r.y;
	f[2] = r.bits;
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[1]
