// An entry point that fills the record as a whole, by a function of the library, and names none of its members.
#include "case.h"
#include <string.h>

struct state { double level, gain; };

void load(struct state *s, const char *bytes)
{
	memcpy(s, bytes, sizeof *s);
}

double run(struct state *s)
{
	double f[2] = { s->level, s->gain };

	return predict(f, 2);
}
// edge: signal:load.bytes -> feature:run.f[0] data state
// edge: signal:load.bytes -> feature:run.f[1] data state
// edge: signal:state.level -> feature:run.f[0] data
