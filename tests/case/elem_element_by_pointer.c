// Which element it is does not matter: what was just written through the pointer is what is read.
#include "case.h"

static void fill(struct pair *p)
{
	double g[1];
	p->x = read_a();
	p->y = read_b();
	g[0] = p->x;
	p->y = predict(g, 1);
}

int main(void)
{
	struct pair v[32];
	int count = 0;
	while (count < 32 && read_i())
		fill(&v[count++]);
	return 0;
}
// edge: signal:a -> feature:fill.g[0] data
// no-edge: signal:b -> feature:fill.g[0]
// no-edge: signal:i -> feature:fill.g[0]
// no-edge: prediction:m -> feature:fill.g[0]
