#include "case.h"

/* An evaluator of expressions: it calls itself in many places. */
struct node { int type; double value; struct node *part[4]; };

#define M(i) value(n->part[i])

static double value(const struct node *n)
{
	switch (n->type) {
	case 0: return n->value;
	case 1: return -M(0);
	case 2: return M(0) * M(1) + M(2) / M(3);
	case 3: return M(0) * M(1) + M(2) / M(3);
	case 4: return M(0) * M(1) + M(2) / M(3);
	case 5: return M(0) * M(1) + M(2) / M(3);
	case 6: return M(0) * M(1) + M(2) / M(3);
	case 7: return M(0) * M(1) + M(2) / M(3);
	case 8: return M(0) * M(1) + M(2) / M(3);
	case 9: return M(0) * M(1) + M(2) / M(3);
	}
	return 0;
}

double run(void)
{
	struct node a = { .value = read_a() }, b = { .value = read_b() };
	struct node minus = { .type = 1, .part = { &a } }, sum = { .type = 3, .part = { &minus, &b, &a, &b } };
	double f[2];
	f[0] = value(&sum);
	f[1] = value(&minus);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
