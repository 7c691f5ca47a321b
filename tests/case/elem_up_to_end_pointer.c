/* A pointer that is compared with the end of a long array stays before it: what lies behind is neither written nor read. What a model
   is given from somewhere in an array ends with the array. */
#include "case.h"

struct block { double x[200], behind; };
struct window { int size; double speech[1000]; double last; int at; };

static void put(double *it, double *end)
{
	while (it < end)
		*it++ = read_a();
}

static double sum(const double *it, const double *end)
{
	double s = 0;

	for (; it != end; ++it)
		s += *it;
	return s;
}

void run(void)
{
	struct block b;
	double f[3], halves[400];

	b.behind = read_b();
	put(b.x, b.x + 200);
	for (int i = 0; i < 200; i++) {
		halves[i] = read_c();
		halves[200 + i] = read_d();
	}
	f[0] = b.behind;
	f[1] = b.x[199];
	f[2] = sum(halves, halves + 200);
	predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:d -> feature:run.f[2]

void cut(struct window *w)
{
	for (int i = 0; i < 1000; i++)
		w->speech[i] = read_a();
	for (int i = 0; i + w->size < 1000; i += w->size)
		w->last = predict_next(&w->speech[i], w->size);
}
// edge: signal:a -> feature:window.speech[0..999] data
// edge: feature:window.speech[0..999] -> model:n data
// no-node: feature:window.last
// no-node: feature:window.at
