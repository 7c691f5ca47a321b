// What another program reads from the store is still the prediction.
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m, module: core }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
consumers:
  - { of: "model:m", function: keep }
modules:
  - { name: rest, path: "**" }
*/
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

void keep(void)
{
	double f[1] = { read_a() };
	double p = predict(f, 1);
	kv_put("score", p);
	kv_put("plain", 3);
}

double report(void)
{
	return kv_get("score") * 100;
}

double other(void)
{
	return kv_get("plain") * 100;
}
// edge: prediction:m -> store:kv[score] data
// edge: store:kv[score] -> consumer:report data state?
// no-node: consumer:other
// finding: hidden-consumer consumer:report
