/* A text that may be one of two, or that nobody knows, decides nothing. */
#include "case.h"

#include <string.h>

const char *configured(void);

static double chosen(const char *name)
{
	return strcmp(name, "first") == 0 ? read_a() : read_b();
}

void run(void)
{
	const char *names[2] = { "first", "second" };
	const char *set = configured();
	double f[3];

	f[0] = chosen(read_i() ? "first" : "second");
	f[1] = chosen(names[read_i() & 1]);
	f[2] = chosen(set ? set : "first");
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[2] data
