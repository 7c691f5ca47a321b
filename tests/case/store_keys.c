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
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

void update(void)
{
	kv_put("mean", read_a());
	kv_put("last", read_b());
}

double run(void)
{
	double f[2];
	f[0] = kv_get("mean");
	f[1] = kv_get("last");
	return predict(f, 2);
}
// edge: signal:a -> store:kv[mean] data
// edge: signal:b -> store:kv[last] data
// edge: store:kv[mean] -> feature:run.f[0] data state?
// edge: store:kv[last] -> feature:run.f[1] data state?
// no-edge: signal:b -> store:kv[mean]
// no-edge: store:kv[last] -> feature:run.f[0]
// no-edge: store:kv[mean] -> feature:run.f[1]
