// A list for a member that has a value already replaces the whole of it; other members keep theirs.
#include "case.h"

struct inner {
	double p[4];
	double q;
};
struct outer {
	struct inner in;
	double z;
};

double run(void)
{
	double a = read_a(), b = read_b(), c = read_c();
	struct outer o = { .in.p[0 ... 2] = a, .z = b, .in = { .p = { [3] = c } } };
	struct inner rows[2] = { [1].q = a, [0].q = b, [1].p[0] = c };
	struct inner kept = { .p = { a, b }, .p[1] = c };
	double f[8] = { o.in.p[1], o.in.p[3], o.z, rows[1].q, rows[1].p[0], rows[0].q, kept.p[0], kept.p[1] };
	return predict(f, 8);
}
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[4] data
// edge: signal:b -> feature:run.f[5] data
// edge: signal:a -> feature:run.f[6] data
// edge: signal:c -> feature:run.f[7] data
// no-edge: signal:b -> feature:run.f[7]
