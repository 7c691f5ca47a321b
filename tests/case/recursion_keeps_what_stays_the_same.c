/* Calls back pass another level than the first call, and the same settings: those are known on all levels. */
#include "case.h"

struct settings { int smooth, limit; };

static double visit(const struct settings *s, double x, double y, int level)
{
	double v = s->smooth ? x : y;

	if (level > s->limit + read_i())
		return v;
	return v + visit(s, x, y, level + 1 + read_j());
}

int main(void)
{
	struct settings s = { 1, 5 };
	double f[1];

	f[0] = visit(&s, read_a(), read_b(), 0);
	emit(predict(f, 1));
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
