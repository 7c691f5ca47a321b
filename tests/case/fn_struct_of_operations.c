#include "case.h"

struct source {
	double (*read)(const struct source *);
	double scale;
};

static double read_first(const struct source *source) { return source->scale * read_a(); }
static double read_second(const struct source *source) { return source->scale * read_b(); }

static double get(const struct source *source)
{
	return source->read(source);
}

double run(void)
{
	struct source first = { read_first, read_c() }, second = { read_second, 2 };
	double f[2];
	f[0] = get(&first);
	f[1] = get(&second);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
