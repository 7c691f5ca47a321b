/* manifest
version: 1
signals:
  - { field: "struct profile.*" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct profile { double age, income; };

static double scaled(const struct profile *p)
{
	return p->income / 1000;
}

double run(const struct profile *p)
{
	double f[2];
	f[0] = p->age;
	f[1] = scaled(p);
	return predict(f, 2);
}
// edge: signal:profile.age -> feature:run.f[0] data
// edge: signal:profile.income -> feature:run.f[1] data
// no-edge: signal:profile.income -> feature:run.f[0]
// no-finding: undeclared-source
