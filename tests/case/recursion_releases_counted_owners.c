// Owners that are counted and release each other through their tables of operations: who holds them decides about nothing else.
#include "case.h"
#include <stdlib.h>

struct owner;
struct ops {
	double (*score)(const struct owner *);
	void (*release)(struct owner *);
};
struct owner {
	int holders, members;
	const struct ops *ops;
	double weight;
	struct owner **part;
};

static struct owner *hold(struct owner *o)
{
	++o->holders;
	return o;
}

static int let_go(struct owner *o)
{
	if (!o)
		return 0;
	if (--o->holders > 0)
		return o->holders;
	if (o->ops->release)
		o->ops->release(o);
	free(o);
	return 0;
}

static double score_leaf(const struct owner *o)
{
	return o->weight;
}

static double score_set(const struct owner *o)
{
	double sum = o->weight;

	for (int i = 0; i < o->members; i++)
		sum += o->part[i]->ops->score(o->part[i]);
	return sum;
}

static void release_set(struct owner *o)
{
	for (int i = 0; i < o->members; i++)
		let_go(o->part[i]);
	free(o->part);
}

static const struct ops leaf_ops = { score_leaf, NULL }, set_ops = { score_set, release_set };

static struct owner *make(const struct ops *ops, int members, double weight)
{
	struct owner *o = calloc(1, sizeof *o);

	o->holders = 1;
	o->members = members;
	o->ops = ops;
	o->weight = weight;
	o->part = members ? calloc(members, sizeof *o->part) : NULL;
	return o;
}

double run(int keep)
{
	struct owner *leaf = make(&leaf_ops, 0, read_a()), *set = make(&set_ops, 2, read_b());
	struct owner *other = make(&leaf_ops, 0, read_d());
	double f[3];

	set->part[0] = hold(leaf);
	set->part[1] = make(&leaf_ops, 0, read_c());
	f[0] = set->ops->score(set);
	if (keep > 2)
		let_go(set);
	f[1] = leaf->ops->score(leaf);
	f[2] = other->ops->score(other);
	let_go(other);
	let_go(leaf);
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:keep -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
