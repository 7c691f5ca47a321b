/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* A loop that runs once is no loop over invocations, whatever it calls: the running index goes on exactly. */
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

static void part(double x, double *out)
{
	kv_put("level", x);
	out[0] = kv_get("last");
}

double run(void)
{
	double f[3];
	int fill = 0;
	f[fill++] = read_a();
	for (int once = 0; once < 1; once++) {
		part(read_b(), f + fill);
		fill += 1;
	}
	f[fill++] = read_a();
	return predict(f, fill);
}
// edge: signal:a -> feature:run.f[0] data
// edge: store:kv[last] -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: store:kv[last] -> feature:run.f[2]
