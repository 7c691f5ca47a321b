/* A number made of an address is an input itself; what the address points to is none. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: level, input: 0, output: return, name: m }
*/
#include "case.h"

int level(unsigned long x)
{
	return x > 10;
}

int run(void)
{
	double secret = read_a();
	unsigned long key = (unsigned long)&secret ^ (unsigned long)read_b();

	return level(key);
}
// edge: signal:b -> feature:m.x data
// edge: feature:m.x -> model:m
// no-edge: signal:a -> model:m
// no-node: feature:run.secret
