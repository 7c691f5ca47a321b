/* manifest
version: 1
signals:
  - { global: g_level }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

double g_level, g_other;

double run(void)
{
	double f[2];
	f[0] = g_level + 1;
	f[1] = 5;
	g_other = 3;
	return predict(f, 2);
}
// edge: signal:g_level -> feature:run.f[0] data
// no-edge: signal:g_level -> feature:run.f[1]
