// What is stored at an index that is written as a number is what is loaded there, wherever the pointer leads that was chosen before.
#include "case.h"
#include <stdlib.h>

static double *v;
static int room;

static int reserve(int want)
{
	if (want <= room)
		return 0;
	double *more = realloc(v, want * sizeof *more);
	if (!more)
		return -1;
	v = more;
	room = want;
	return 0;
}

int main(void)
{
	struct pair one = { 0 }, other = { 0 };
	double row[2][3] = { { 0 } };

	while (read_j()) {
		double f[7];
		if (reserve(2 + read_i()))
			return 1;
		v[0] = read_a();
		v[1] = read_b();
		f[0] = v[0];
		f[1] = v[1];
		double *r = row[read_i() & 1];
		r[1] = read_c();
		r[2] = read_d();
		f[2] = r[1];
		f[3] = r[2];
		/* The same place by another name. */
		row[0][1] = read_a();
		f[4] = r[1];
		struct pair *p = read_i() > 2 ? &one : &other;
		p[0].x = read_a();
		p[0].y = read_b();
		f[5] = p->x;
		f[6] = p->y;
		predict(f, 7);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:c -> feature:main.f[2] data
// edge: signal:d -> feature:main.f[3] data
// edge: signal:c -> feature:main.f[4] data
// edge: signal:a -> feature:main.f[4] data
// edge: signal:i -> feature:main.f[4] index
// edge: signal:a -> feature:main.f[5] data
// edge: signal:b -> feature:main.f[6] data
// no-edge: signal:i -> feature:main.f[0]
// no-edge: signal:i -> feature:main.f[1]
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:i -> feature:main.f[2]
// no-edge: signal:i -> feature:main.f[3]
// no-edge: signal:i -> feature:main.f[5]
// no-edge: signal:i -> feature:main.f[6]
