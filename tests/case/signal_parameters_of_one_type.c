/* Two parameters of one type that are declared are two signals, with all that they lead to; where callers may pass the same record as
   both, what is read there may be either. */
/* manifest
version: 1
signals:
  - { function: read_i, name: i }
  - { function: read_j, name: j }
  - { parameter: "compare(ref)", name: ref }
  - { parameter: "compare(dist)", name: dist }
  - { parameter: "walk(first)", name: first }
  - { parameter: "walk(second)", name: second }
  - { parameter: "pair(left)", name: left }
  - { parameter: "pair(right)", name: right }
  - { parameter: "mix(one)", name: one }
  - { parameter: "mix(other)", name: other }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct picture { int w; double mean; double *data; };
struct item { struct item *next; double x; };

void compare(struct picture *ref, struct picture *dist)
{
	double f[3] = { ref->mean, 0, dist->mean };

	for (int i = 0; i < ref->w; i++)
		f[1] += ref->data[i];
	predict(f, 3);
}
// edge: signal:ref -> feature:compare.f[0] data
// no-edge: signal:dist -> feature:compare.f[0]
// edge: signal:ref -> feature:compare.f[1] data
// no-edge: signal:dist -> feature:compare.f[1]
// edge: signal:dist -> feature:compare.f[2] data
// no-edge: signal:ref -> feature:compare.f[2]

void walk(const struct item *first, const struct item *second)
{
	double g[2] = { 0, 0 };

	for (; first; first = first->next)
		g[0] += first->x;
	for (; second; second = second->next)
		g[1] += second->x;
	predict(g, 2);
}
// edge: signal:first -> feature:walk.g[0] data
// no-edge: signal:second -> feature:walk.g[0]
// edge: signal:second -> feature:walk.g[1] data
// no-edge: signal:first -> feature:walk.g[1]

void pair(struct pair left, struct pair right)
{
	double h[2] = { left.x, right.y };

	predict(h, 2);
}
// edge: signal:left -> feature:pair.h[0] data
// no-edge: signal:right -> feature:pair.h[0]
// edge: signal:right -> feature:pair.h[1] data
// no-edge: signal:left -> feature:pair.h[1]

static void mix(const struct pair *one, const struct pair *other)
{
	double k[2] = { one->x, other->y };

	predict(k, 2);
}

void run(void)
{
	static struct pair bank[8];

	mix(&bank[read_i() & 7], &bank[read_j() & 7]);
}
// edge: signal:one -> feature:mix.k[0] data
// edge: signal:other -> feature:mix.k[0] data
// edge: signal:other -> feature:mix.k[1] data
