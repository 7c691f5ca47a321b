// Two hundred members written in one of two records: each place is told apart, and one that leads on is not taken for the next.
#include "case.h"

#define TEN(x) X(x##0) X(x##1) X(x##2) X(x##3) X(x##4) X(x##5) X(x##6) X(x##7) X(x##8) X(x##9)
#define ALL TEN(a0) TEN(a1) TEN(a2) TEN(a3) TEN(a4) TEN(a5) TEN(a6) TEN(a7) TEN(a8) TEN(a9) \
	TEN(b0) TEN(b1) TEN(b2) TEN(b3) TEN(b4) TEN(b5) TEN(b6) TEN(b7) TEN(b8) TEN(b9)

#define X(name) double name;
struct record { ALL };
#undef X

static struct record state[2];

static void fill(struct record *r, double x, double y)
{
#define X(name) r->name = x;
	ALL
#undef X
	r->a33 = y;
}

double run(void)
{
	int which = read_i() ? 1 : 0;
	double f[4];

	fill(&state[which], read_a(), read_b());
	f[0] = state[0].a33;
	f[1] = state[1].a34;
	state[1].a35 = read_c();
	f[2] = state[1].a35;
	f[3] = state[0].a35;
	return predict(f, 4);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[3]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[3]
