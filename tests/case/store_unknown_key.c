/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
*/
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

void update(const char *key)
{
	kv_put(key, read_a());
}
// edge: signal:a -> store:kv[*] data
