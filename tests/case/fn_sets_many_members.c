/* Numbers that a function without loops puts into many members, or into an element of a local array, are known afterwards. */
#include "case.h"

struct config { int size, a, b, c, d, e, f; };

static void set(struct config *s, int size, int a, int b, int c, int d, int e, int f)
{
	s->size = size;
	s->a = a;
	s->b = b;
	s->c = c;
	s->d = d;
	s->e = e;
	s->f = f;
}

static double sum(const struct config *s, const double *in)
{
	double all = 0;

	for (int i = 0; i < s->size; i++)
		all += in[i];
	return all;
}

static void copy(const double *in, double *out, int columns)
{
	int stride[2];

	stride[0] = columns;
	out[0] = in[0];
	out[stride[0]] = in[1];
}

void run(void)
{
	double in[3] = { read_a(), read_b(), read_c() }, out[3] = { 0 }, f[3];
	struct config config;

	set(&config, 2, 1, 2, 3, 4, 5, 6);
	f[0] = sum(&config, in);
	copy(in, out, 2);
	f[1] = out[2];
	f[2] = out[1];
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
