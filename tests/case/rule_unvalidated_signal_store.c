/* Through a store: what is put there unchecked stays so unless the reader checks it. */
// finding: unvalidated-signal signal:a
// no-finding: unvalidated-signal signal:b
/* manifest +
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
rules:
  unvalidated-signal: note
*/
#include "case.h"

void kv_put(const char *key, double value);
double kv_get(const char *key);

void collect(void)
{
	double b = read_b();

	kv_put("a", read_a());
	if (b < 0)
		return;
	kv_put("b", b);
}

double run(void)
{
	double f[2] = { kv_get("a"), kv_get("b") };

	return predict(f, 2);
}
