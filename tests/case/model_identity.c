/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: net_run, input: { arg: 1, count: 1 }, identity: 0, output: return }
*/
#include "case.h"

struct net { int layers; };
extern const struct net clicks, sales;
double net_run(const struct net *net, const double *features);

double run(void)
{
	double f[1], g[1];
	f[0] = read_a();
	g[0] = read_b();
	return net_run(&clicks, f) + net_run(&sales, g);
}
// edge: feature:run.f[0] -> model:clicks data
// edge: feature:run.g[0] -> model:sales data
// no-edge: feature:run.f[0] -> model:sales
// no-edge: feature:run.g[0] -> model:clicks
