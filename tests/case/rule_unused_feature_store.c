/* The model reads keys that only the run knows: whether it asks for one of them nobody can say. */
// hidden: unused-feature feature:age
// no-finding: unused-feature
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
features:
  - { emit: { function: kv_put, name: 0, value: 1 } }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

void collect(void)
{
	kv_put("age", read_a());
}

double run(const char *asked)
{
	double f[1] = { kv_get(asked) };
	return predict(f, 1);
}
