/* An entry point that takes too many steps, because its text is that long: what it may have left in variables, and in records
   of those that run beside it, is not what was there before. */
#include "case.h"

#define STEP v = v * w + 1;
#define TEN(x) x x x x x x x x x x
#define MANY TEN(TEN(TEN(TEN(STEP))))

struct state { double level, kept; };

static double total, other, *place;

void heavy(struct state *s, double a)
{
	double v = 1, w = 2;

	while (read_i())
		{ MANY MANY MANY MANY MANY MANY }
	total = a;
	place = &total;
	s->level = v;
}

void run(struct state *s)
{
	double f[5];

	s->level += read_b();
	s->kept += read_b();
	other += read_c();
	f[0] = total;
	f[1] = other;
	f[2] = s->level;
	f[3] = s->kept;
	f[4] = place ? *place : 0;
	predict(f, 5);
}
// edge: signal:heavy -> feature:run.f[0] data assumed
// edge: signal:c -> feature:run.f[1] data
// edge: signal:heavy -> feature:run.f[2] data assumed
// edge: signal:b -> feature:run.f[2] data
// edge: signal:heavy -> feature:run.f[4] index assumed
// no-finding: undeclared-source signal:heavy
// no-edge: signal:heavy -> feature:run.f[1]
// no-edge: signal:heavy -> feature:run.f[3]
