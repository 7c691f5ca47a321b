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
/* Keys that a helper prints of a prefix and a number, in a buffer of its own or of its caller. */
#include <stdio.h>
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

static void put_numbered(const char *prefix, int number, double value)
{
	char key[32];
	snprintf(key, sizeof key, "%s:%03d", prefix, number);
	kv_put(key, value);
}

static void key_make(char *key, size_t size, const char *part, char unit)
{
	snprintf(key, size, "user.%s%c", part, unit);
}

double run(void)
{
	char key[32], varying[32];
	double f[2];
	put_numbered("speed", 7, read_a());
	key_make(key, sizeof key, "age", 'y');
	kv_put(key, read_b());
	sprintf(varying, "id%d", read_i());
	kv_put(varying, read_b());
	f[0] = kv_get("speed:007");
	f[1] = kv_get("user.agey");
	return predict(f, 2);
}
// edge: signal:a -> store:kv[speed:007] data
// edge: signal:b -> store:kv[user.agey] data
// edge: signal:b -> store:kv[*] data
// no-edge: signal:a -> store:kv[user.agey]
