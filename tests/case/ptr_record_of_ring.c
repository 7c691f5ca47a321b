/* A record of a ring, reached by one pointer: its members are what was stored through the pointer. */
#include "case.h"

struct info { double tone, slope; };
struct state { int write; struct info info[4]; };

double run(struct state *s)
{
	double f[3];
	struct info *info = &s->info[s->write++];
	if (s->write >= 4)
		s->write = 0;
	info->tone = read_a();
	info->slope = read_b();
	f[0] = info->tone;
	f[1] = info->slope;
	f[2] = s->info[0].tone;
	double p = predict(f, 3);
	info->slope = p;
	return p;
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: prediction:m -> feature:run.f[1]
// no-finding: feedback-loop
