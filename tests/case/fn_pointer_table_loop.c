#include "case.h"

struct input { double a, b, c; };

static double age(const struct input *in) { return in->a; }
static double rate(const struct input *in) { return in->b / 10; }

static const struct {
	const char *name;
	double (*extract)(const struct input *);
} extractors[] = { { "age", age }, { "rate", rate } };

double run(void)
{
	struct input in = { read_a(), read_b(), read_c() };
	double f[2];
	for (int k = 0; k < 2; k++)
		f[k] = extractors[k].extract(&in);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
