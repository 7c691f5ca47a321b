/* manifest
version: 1
signals:
  - { function: sensor, value: return, name: "sensor.{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

enum channel { TEMPERATURE, PRESSURE };
double sensor(enum channel channel);

double run(void)
{
	double f[2];
	f[0] = sensor(PRESSURE);
	f[1] = sensor(TEMPERATURE);
	return predict(f, 2);
}
// edge: signal:sensor.PRESSURE -> feature:run.f[0] data
// edge: signal:sensor.TEMPERATURE -> feature:run.f[1] data
// no-edge: signal:sensor.TEMPERATURE -> feature:run.f[0]
