/* What the library copies or clears, nobody reads there: the finding is certain. An old value is no second definition. */
// finding: unused-feature feature:state.mem[1]
// no-finding: divergent-definition
#include "case.h"
#include <string.h>

struct state { double mem[2]; };
static struct state now, saved;

void reset(struct state *s)
{
	memset(s, 0, sizeof *s);
}

static void update(struct state *s)
{
	if (read_i() > 3)
		return;
	s->mem[0] = read_a();
	s->mem[1] = read_b();
}

void run(void)
{
	update(&now);
	predict(now.mem, 1);
	memcpy(&saved, &now, sizeof saved);
}
/* manifest +
features:
  - { field: state.mem }
*/
