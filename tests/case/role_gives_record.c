/* manifest
version: 1
signals:
  - { function: read_motion, value: return, name: motion }
  - { function: read_a, name: a }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: detect, input: { arg: 0, count: { arg: 1 } }, output: return, name: detect }
*/
/* Signals, store entries and predictions that are records. */
#include "case.h"

struct motion { double x, y, z; };
struct motion read_motion(void), detect(const double *values, int count);
struct profile { double age; double history[2]; };
const struct profile *kv_get(const char *key);
void kv_put(const char *key, const struct profile *profile), act(double);

void update(void)
{
	struct profile profile = { read_a(), { 0, 0 } };

	kv_put("user", &profile);
}

void run(void)
{
	struct motion motion = read_motion();
	const struct profile *profile = kv_get("user");
	double f[3] = { motion.x, profile->age, profile->history[1] };
	struct motion detected = detect(f, 3);

	if (detected.x > 1)
		act(detected.y);
}
// edge: signal:motion -> feature:run.f[0] data
// edge: signal:a -> store:kv[user] data
// edge: store:kv[user] -> feature:run.f[1] data
// edge: store:kv[user] -> feature:run.f[2] data
// edge: prediction:detect -> consumer:run data
// unresolved: 0
