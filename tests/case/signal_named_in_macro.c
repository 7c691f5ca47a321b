/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "s.{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* A constant argument is called like the macro it is written as, but not like one that holds the whole call. */
#include "case.h"

double sense(int channel);
#define READ_ALL f[0] = sense(0); f[1] = sense(1)
#define PRESSURE sense(3)
#define CHANNEL 4

void run(void)
{
	double f[5];

	READ_ALL;
	f[2] = PRESSURE;
	f[3] = sense(3);
	f[4] = sense(CHANNEL);
	predict(f, 5);
}
// edge: signal:s.0 -> feature:run.f[0] data
// edge: signal:s.1 -> feature:run.f[1] data
// edge: signal:s.3 -> feature:run.f[2] data
// edge: signal:s.3 -> feature:run.f[3] data
// edge: signal:s.CHANNEL -> feature:run.f[4] data
