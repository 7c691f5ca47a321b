#include "case.h"

struct outer {
	struct { struct pair p; double z; } in;
	double z;
};

double run(void)
{
	struct outer o;
	double f[3];
	o.in.p.y = read_a();
	o.in.z = read_b();
	o.z = read_c();
	f[0] = o.in.p.y;
	f[1] = o.z;
	f[2] = o.in.z;
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[2]
