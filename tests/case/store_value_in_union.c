/* What is stored is a member of a union without a name, a pointer: what it leads to, and nothing else of the record. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: { arg: 1, field: numbers } }, get: { function: kv_get, key: 0, value: return } }
*/
#include "case.h"

struct tensor { double other; union { signed char *bytes; double *numbers; }; };
void kv_put(const char *key, const struct tensor *t);
double kv_get(const char *key);

void run(void)
{
	double x[2] = { read_a(), read_a() };
	struct tensor t = { .other = read_b(), .numbers = x };

	kv_put("speed", &t);
	double f[1] = { kv_get("speed") };
	predict(f, 1);
}
// edge: signal:a -> store:kv[speed] data
// no-edge: signal:b -> store:kv[speed]
// edge: store:kv[speed] -> feature:run.f[0] data
