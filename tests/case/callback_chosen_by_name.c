/* Libraries choose algorithms by name: the literal that is passed decides, through callers and out of tables. */
#include "case.h"

#include <string.h>
#include <strings.h>

static double first(void)
{
	return read_a();
}

static double second(void)
{
	return read_b();
}

struct method {
	const char *name;
	double (*run)(void);
};

static const struct method methods[] = { { "first", first }, { "second", second }, { NULL, NULL } };

static double by_table(const char *name)
{
	for (const struct method *m = methods; m->name; m++)
		if (strcmp(m->name, name) == 0)
			return m->run();
	return 0;
}

static double by_branches(const char *name)
{
	if (strncmp(name, "first of all", strlen("first")) == 0)
		return first();
	return second();
}

static double twice(const char *name, int again)
{
	double x = strcasecmp(name, "FIRST") ? read_b() : read_c();

	return again ? x + twice("second", 0) : x;
}

void run(void)
{
	double f[5];

	f[0] = by_table("first");
	f[1] = by_table("second");
	f[2] = by_branches("first");
	f[3] = by_branches("second");
	f[4] = twice("first", 1);
	predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[4] data
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
