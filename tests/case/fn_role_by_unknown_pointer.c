/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: driver.sample, name: sampled }
models:
  - { function: struct plugin.predict, input: { arg: 1, count: { arg: 2 } }, name: m }
  - { function: score_hook, input: { arg: 0, count: { arg: 1 } }, name: n }
*/
// Plugins: nothing in the program fills the pointers; the roles are what is known of the calls.
#include "case.h"

struct plugin {
	void *context;
	double (*predict)(void *context, const double *features, int count);
	double (*other)(void *context, const double *features, int count);
};
struct driver { double (*sample)(int channel); };

extern double (*score_hook)(const double *features, int count);
void emit(double value);

static double through(double (*call)(void *, const double *, int), void *context, const double *v)
{
	return call(context, v, 1);
}

double run(struct plugin *plugin, const struct driver *driver)
{
	double f[2], g[1], h[1], u[1];
	double (*sample)(int) = driver->sample;
	f[0] = read_a();
	f[1] = sample(3);
	g[0] = read_b();
	h[0] = read_b() + 1;
	u[0] = read_a();
	double p = plugin->predict ? plugin->predict(plugin->context, f, 2) : 0;
	if (score_hook)
		p += score_hook(g, 1);
	p += through(plugin->predict, plugin->context, h);
	return p + plugin->other(plugin->context, u, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:sampled -> feature:run.f[1] data
// edge: signal:b -> feature:run.g[0] data
// edge: signal:b -> feature:run.h[0] data
// edge: feature:run.f[0] -> model:m data
// edge: feature:run.f[1] -> model:m data
// edge: feature:run.h[0] -> model:m data
// edge: feature:run.g[0] -> model:n data
// no-edge: signal:b -> feature:run.f[0]
// no-node: feature:run.u[0]
