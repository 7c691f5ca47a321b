/* Two variables that are declared and point to the same memory: what is read there may be either. */
/* manifest
version: 1
signals:
  - { global: g_a, name: first }
  - { global: g_b, name: second }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

static const struct pair *g_a, *g_b;

void start(const struct pair *p)
{
	g_a = p;
	g_b = p;
}

void run(void)
{
	double f[2] = { g_a->x, g_b->y };

	predict(f, 2);
}
// edge: signal:first -> feature:run.f[0] data
// edge: signal:second -> feature:run.f[1] data
