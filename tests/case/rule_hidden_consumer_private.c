/* The model is private: a reader outside is an error. */
// finding: hidden-consumer consumer:shown
// message: hidden-consumer is no declared consumer
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m, module: core, access: private }
modules:
  - { name: rest, path: "**" }
*/
#include "case.h"

int shown(void)
{
	double f[1] = { read_a() };
	return (int)(predict(f, 1) * 100);
}
