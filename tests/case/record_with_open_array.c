/* manifest +
  - { function: predict_tensor, input: 0, output: return, name: open }
  - { function: predict_two, input: { arg: 0, field: data, count: 2 }, output: return, name: two }
  - { function: predict_block, input: 0, output: return, name: block }
*/
#include <stdlib.h>
#include "case.h"

struct tensor {
	int n;
	double data[];
};

struct packet {
	int n;
	double *data;
};

double predict_tensor(const struct tensor *t), predict_two(const struct tensor *t), predict_block(const struct packet *p);

static struct tensor *make(int n)
{
	struct tensor *t = calloc(1, sizeof *t + (size_t)n * sizeof t->data[0]);
	t->n = n;
	return t;
}

static void put(struct tensor *t, int i, double v)
{
	t->data[i] = v;
}

static double run(const struct tensor *t)
{
	return predict_tensor(t);
}

/* What is behind a record in its own memory is input, too: in a member without a length, and by a pointer. */
void step(void)
{
	struct tensor *t = make(4), *two = make(3);
	put(t, 0, read_a());
	t->data[3] = read_b();
	run(t);
	two->data[1] = read_c();
	two->data[2] = read_d();
	predict_two(two);
	struct packet *p = malloc(sizeof *p + 4 * sizeof(double));
	p->data = (double *)(p + 1);
	p->data[3] = read_d();
	predict_block(p);
}
// edge: signal:a -> feature:tensor.data[0] data
// edge: feature:tensor.data[0] -> model:open data
// edge: signal:b -> feature:tensor.data[3] data
// edge: feature:tensor.data[3] -> model:open data
// edge: signal:c -> feature:tensor.data[1] data
// edge: feature:tensor.data[1] -> model:two data
// no-edge: signal:a -> feature:tensor.data[1]
// no-edge: feature:tensor.data[2] -> model:two
// edge: signal:d -> feature:step.p[2].data data
// edge: feature:step.p[2].data -> model:block data
