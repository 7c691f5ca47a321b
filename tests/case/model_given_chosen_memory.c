/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* What chooses which memory a model is given is no value in it, yet decides what the model sees: in the function of the
   call, in its caller, through a record that holds the pointer, and by an index into a table, be it of constants. A model that
   is called with one or the other behind a condition is only guarded. */
#include "case.h"

double here(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };
	return predict(read_c() > 0 ? f : g, 1);
}

static double below(const double *f)
{
	return predict(f, 1);
}

double above(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() }, h[1] = { read_d() };
	const double *chosen = f;
	if (read_c() > 0)
		chosen = g;
	return below(chosen) + below(h);
}

struct given {
	const double *values;
	int count;
};

static struct given choose(const double *f, const double *g)
{
	struct given given = { f, 1 };
	if (read_c() > 0)
		given.values = g;
	return given;
}

double record(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };
	struct given given = choose(f, g);
	return predict(given.values, given.count);
}

static const double vectors[2][2] = { { 1, 2 }, { 3, 4 } };

double table(void)
{
	return predict(vectors[read_c() > 0], 2);
}

double each(void)
{
	double f[2][1] = { { read_a() }, { read_b() } }, sum = 0;
	for (int i = 0; i < 2; i++)
		sum += predict(f[i], 1);
	return sum + read_c();
}

double guarded(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };
	return read_c() > 0 ? predict(f, 1) : predict(g, 1);
}
// edge: signal:a -> feature:here.f[0] data
// edge: signal:c -> feature:here.f[0] control
// edge: signal:b -> feature:here.g[0] data
// edge: signal:c -> feature:here.g[0] control
// no-edge: signal:b -> feature:here.f[0]
// edge: signal:a -> feature:above.f[0] data
// edge: signal:c -> feature:above.f[0] control
// edge: signal:c -> feature:above.g[0] control
// edge: signal:d -> feature:above.h[0] data
// no-edge: signal:c -> feature:above.h[0]
// edge: signal:a -> feature:record.f[0] data
// edge: signal:c -> feature:record.f[0] control
// edge: signal:c -> feature:record.g[0] control
// edge: signal:c -> feature:vectors[0][1] index
// edge: signal:a -> feature:each.f[0][0] data
// no-edge: signal:c -> feature:each.f[0][0]
// no-edge: signal:b -> feature:each.f[0][0]
// no-edge: signal:c -> feature:guarded.f[0]
