#include "case.h"

struct cursor { int at; };

static int place(int row, int column, int width)
{
	return row * width + column;
}

static void step(struct cursor *c, int by)
{
	c->at += by;
}

double run(void)
{
	double v[6] = { 0 }, f[3];
	struct cursor c = { 1 };
	v[place(0, 1, 3)] = read_a();
	v[place(1, 2, 3)] = read_b();
	f[0] = v[1];
	f[1] = v[5];
	step(&c, 2);
	step(&c, 2);
	f[2] = v[c.at];
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
