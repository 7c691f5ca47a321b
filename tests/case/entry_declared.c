/* Where entry points are declared, code outside calls no others: not what a program leaves out of a library that is compiled in. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
entries:
  - { function: [main, "on_*"] }
*/
#include "case.h"

static double scale = 1, level, seen;

void set_scale(double to)
{
	scale = to;
}

double never_called(const double *x)
{
	return predict(x, 1);
}

void on_event(int x)
{
	level = x;
}

static void handler(void)
{
	seen = read_b();
}

void (*const table[])(void) = { handler };

int main(void)
{
	double f[3];

	f[0] = read_a() * scale;
	f[1] = level;
	f[2] = seen;
	return predict(f, 3) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:set_scale.to -> feature:main.f[0]
// edge: signal:on_event.x -> feature:main.f[1] data state
// no-node: signal:never_called.x
// edge: signal:b -> feature:main.f[2] data state
