/* So many elements as only the run knows: not more than the member has. */
#include "case.h"
#include <string.h>

struct state { double line[8]; double behind[2]; };

double run(struct state *s)
{
	double f[2], other[8];
	for (int i = 0; i < 8; i++)
		other[i] = read_a();
	s->behind[1] = read_b();
	memcpy(s->line + 2, other, (size_t)read_i() * sizeof *other);
	f[0] = s->line[4];
	f[1] = s->behind[1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
