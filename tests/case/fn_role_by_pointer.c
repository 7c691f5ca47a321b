/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: sample, name: sampled }
models:
  - { function: struct ops.predict, input: { arg: 0, count: { arg: 1 } }, name: m }
  - { function: nn_run, input: { arg: 0, count: { arg: 1 } }, name: n }
*/
// Roles named after the pointers and the macro that the program calls through.
#include "case.h"

struct ops {
	double (*predict)(const double *features, int count);
};

static double tree(const double *features, int count)
{
	return count > 1 ? features[0] + features[1] : 0;
}

static double line(const double *features, int count)
{
	return count > 1 ? features[0] - features[1] : 0;
}

double nn_run_c(const double *features, int count);
#define nn_run nn_run_c

static double sample_slow(void)
{
	return 3;
}
double (*sample)(void) = sample_slow;

static const struct ops kinds[] = {{tree}, {line}};

double run(int kind, const struct ops *ops)
{
	double f[2], g[1];
	f[0] = read_a();
	f[1] = sample();
	g[0] = read_b();
	return kinds[kind].predict(f, 2) + nn_run(g, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:sampled -> feature:run.f[1] data
// edge: signal:b -> feature:run.g[0] data
// edge: feature:run.f[0] -> model:m data
// edge: feature:run.g[0] -> model:n data
// no-edge: signal:b -> feature:run.f[0]
