// Operations of a record that nobody saw being filled: those that the program stores in that member of any record.
#include "case.h"

struct operations {
	double (*score)(const double *, int);
	double (*prepare)(double);
};

struct context {
	const struct operations *operations;
	double offset;
};

static double scale(double x)
{
	return x * read_a();
}

const struct operations plain = { predict, scale };

double run(struct context *c)
{
	double f[2] = { c->operations->prepare(c->offset), read_b() };
	return c->operations->score(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:context.offset -> feature:run.f[0] data state?
// edge: signal:b -> feature:run.f[1] data
// edge: feature:run.f[0] -> model:m
// no-edge: signal:a -> feature:run.f[1]
