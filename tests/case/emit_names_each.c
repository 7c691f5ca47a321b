/* Names that a feature is emitted under: one for each of a few iterations, one of two, a parameter by way of a local, and the name of the
   function outside where a function that emits hands on to another one what it was given; what it emits besides has its own. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
features:
  - { emit: { function: emit, name: 0, value: 1 } }
  - { emit: { function: emit_as, name: 0, value: 1 } }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"
#include <stdio.h>
#include <string.h>

void emit(const char *name, double value), kv_put(const char *key, double value);
double kv_get(const char *key);

static const char *const names[] = { "luma", "blue", "red" };
static char renamed[2][2][16];

static void from_table(void)
{
	double v[3] = { read_a(), read_b(), read_c() };

	for (int i = 0; i < 3; i++)
		emit(names[i], v[i]);
}
// edge: signal:a -> feature:luma data
// no-edge: signal:b -> feature:luma
// edge: signal:b -> feature:blue data
// edge: signal:c -> feature:red data
// no-edge: signal:a -> feature:red

static void printed(void)
{
	double v[2] = { read_a(), read_b() };

	for (int i = 0; i < 2; i++) {
		char name[16];
		snprintf(name, sizeof name, "band%d", i);
		emit(name, v[i]);
	}
}
// edge: signal:a -> feature:band0 data
// no-edge: signal:b -> feature:band0
// edge: signal:b -> feature:band1 data

static void one_of_two(double x)
{
	emit(x > 0 ? "above" : "below", read_c());
}
// edge: signal:c -> feature:above data
// edge: signal:c -> feature:below data
// edge: signal:d -> feature:above control
// no-node: feature:*

static void checked(const char *name, double value)
{
	const char *to = name;

	if (value >= 0)
		emit(to, value);
}
// edge: signal:a -> feature:left data
// no-edge: signal:b -> feature:left
// edge: signal:b -> feature:right data

static void emit_as(const char *name, double value)
{
	const char *to = name;

	for (int i = 0; i < 2; i++)
		if (!strcmp(renamed[i][0], name))
			to = renamed[i][1];
	emit(to, value);
	emit("doubled", 2 * value);
}
// edge: feature:renamed -> feature:doubled data
// edge: signal:c -> feature:renamed data
// no-edge: signal:d -> feature:renamed

static double stored(int n)
{
	double f[2] = { 0, 0 };

	kv_put("first", read_a());
	kv_put("second", read_b());
	f[0] = kv_get(n ? "first" : "second");
	f[1] = kv_get(renamed[0][0]);
	return predict(f, 2);
}
// edge: store:kv[first] -> feature:stored.f[0] data
// edge: store:kv[second] -> feature:stored.f[0] data
// edge: store:kv[first] -> store:kv[*] index state
// no-edge: store:kv[*] -> store:kv[first]
// no-finding: feedback-loop

void run(int n)
{
	from_table();
	printed();
	one_of_two(read_d());
	checked("left", read_a());
	checked("right", read_b());
	emit_as("renamed", read_c());
	stored(n);
}
