/* One record of an array inside a record is copied, whichever: each member stays itself. */
#include "case.h"
#include <string.h>

struct info { double tone, slope; };
struct state { double head; struct info info[4]; };

double run(struct state *s)
{
	double f[2];
	s->info[read_i()].tone = read_a();
	s->info[read_i()].slope = read_b();
	memcpy(&s->info[read_j()], &s->info[read_j()], sizeof s->info[0]);
	f[0] = s->info[1].tone;
	f[1] = s->info[1].slope;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
