/* manifest
version: 1
signals:
  - { function: setting, value: return, name: "setting.{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

double setting(const char *key);

double run(void)
{
	double f[2];
	f[0] = setting("gain");
	f[1] = setting("floor");
	return predict(f, 2);
}
// edge: signal:setting.gain -> feature:run.f[0] data
// edge: signal:setting.floor -> feature:run.f[1] data
// no-edge: signal:setting.floor -> feature:run.f[0]
