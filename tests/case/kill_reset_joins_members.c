/* One way clears a whole record, the other assigns members of the elements of its array: behind the join each member has its own values. */
#include "case.h"
#include <string.h>

struct slot { int valid; float music, speech; short spare; };
struct state { float before; struct slot slots[16]; float behind; int at; };

static void assign(struct state *s)
{
	struct slot *slot = &s->slots[s->at & 15];
	slot->music = (float)read_a();
	slot->speech = (float)read_b();
	s->before = (float)read_c();
}

double run(struct state *s)
{
	double f[4];
	int at = read_i();
	if (at > 3)
		assign(s);
	else
		memset(s, 0, sizeof *s);
	f[0] = s->slots[at & 15].music;
	f[1] = s->slots[at & 15].speech;
	f[2] = s->before;
	f[3] = s->behind;
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:i -> feature:run.f[3] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:c -> feature:run.f[3]
