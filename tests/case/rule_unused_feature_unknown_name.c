/* Features whose names only the run knows are one node: that no model asks for one of them says nothing of the others. */
// node: feature:*
// no-finding: unused-feature
// no-finding: divergent-definition
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
features:
  - { emit: { function: emit, name: 0, value: 1 } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

void emit(const char *name, double value);

void collect(const char *name)
{
	emit(name, read_a() * 2);
}

void collect_other(const char *name)
{
	emit(name, read_b() + 1);
}

double run(void)
{
	double f[1] = { read_a() };
	return predict(f, 1);
}
