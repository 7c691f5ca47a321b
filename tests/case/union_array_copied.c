/* An array in a union that is copied with a length nobody knows: what lies before and behind the union stays out of it. */
#include <string.h>
#include "case.h"

struct state {
	int before;
	union { int whole[8]; short half[16]; } fir;
	int after;
};

static int down(struct state *s, int n, int in)
{
	int buf[8 + 8];

	memcpy(buf, s->fir.whole, n * sizeof(int));
	buf[n] = in;
	memcpy(s->fir.whole, &buf[1], n * sizeof(int));
	return buf[1];
}

void run(struct state *s, int n)
{
	double f[4];

	s->before = read_i();
	s->after = read_j();
	f[0] = down(s, n, (int)read_a());
	f[1] = down(s, n, (int)read_b());
	f[2] = s->before;
	f[3] = s->after;
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[1]
// edge: signal:i -> feature:run.f[2] data
// edge: signal:j -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:b -> feature:run.f[3]
