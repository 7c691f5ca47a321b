#include "case.h"

struct shape {
	struct pair corner[2];
	struct { double width; } border;
};

double run(void)
{
	struct shape s = { .corner[1].y = read_a(), .border = { read_b() }, .corner[0] = { read_c(), read_d() } };
	double f[4];
	f[0] = s.corner[1].y;
	f[1] = s.border.width;
	f[2] = s.corner[0].y;
	f[3] = s.corner[1].x;
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:b -> feature:run.f[0]
