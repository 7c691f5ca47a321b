/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
*/
// Keys of a store that snprintf builds of constants.
#include <stdio.h>
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

double run(void)
{
	char key[24];
	double f[2];
	snprintf(key, sizeof key, "speed_%d", 1);
	kv_put(key, read_a());
	snprintf(key, sizeof key, "%s_%d", "speed", 2);
	kv_put(key, read_b());
	f[0] = kv_get("speed_1");
	f[1] = kv_get("speed_2");
	return predict(f, 2);
}
// edge: signal:a -> store:kv[speed_1] data
// edge: signal:b -> store:kv[speed_2] data
// no-edge: signal:b -> store:kv[speed_1]
// no-node: store:kv[*]
