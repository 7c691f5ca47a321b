#include "case.h"

struct message { unsigned long word; };

static void set(struct message *m, unsigned long word)
{
	m->word = word;
}

static double get(const struct message *m)
{
	return *(double *)m->word;
}

double run(void)
{
	struct message m, n;
	double x = read_a(), y = read_b(), f[2];
	set(&m, (unsigned long)&x);
	set(&n, (unsigned long)&y);
	f[0] = get(&m);
	f[1] = get(&n);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
