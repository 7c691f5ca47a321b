#include "case.h"

struct ring { unsigned at : 2, now : 1; int flag : 1; };

double run(void)
{
	struct ring r = { 3, 0, 0 };
	double v[4] = { 0 }, f[3];
	v[r.at++] = read_a();
	v[r.at] = read_b();
	f[0] = v[0];
	r.now = 3;
	f[1] = r.now == 1 ? read_c() : read_d();
	r.flag = 1;
	f[2] = r.flag > 0 ? read_c() : read_d();
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:d -> feature:run.f[1]
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
