// The key comes through a wrapper: one wrapper, two keys.
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
stores:
  - { name: kv, put: { function: kv_put, key: 1, value: 2 }, get: { function: kv_get, key: 1, value: return } }
*/
#include "case.h"

struct kv { double values[4]; };
void kv_put(struct kv *kv, const char *key, double value);
double kv_get(const struct kv *kv, const char *key);

static struct kv store;

static void keep(const char *key, double value)
{
	kv_put(&store, key, value);
}

static double recall(const char *key)
{
	return kv_get(&store, key);
}

double run(void)
{
	double f[2];
	keep("mean", read_a());
	keep("last", read_b());
	f[0] = recall("mean");
	f[1] = recall("last");
	return predict(f, 2);
}
// edge: signal:a -> store:kv[mean] data
// edge: signal:b -> store:kv[last] data
// edge: store:kv[mean] -> feature:run.f[0] data state?
// edge: store:kv[last] -> feature:run.f[1] data state?
// no-edge: signal:b -> store:kv[mean]
// no-edge: store:kv[last] -> feature:run.f[0]
