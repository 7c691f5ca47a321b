/* manifest +
  - { function: predict_two, input: { arg: 0, count: 1 }, output: return, name: two }
*/
#include "case.h"

double predict_two(const double *);
struct tally { double last; int n; };
struct handler { void (*call)(double, struct tally *); struct tally *to; };
void for_each(void *list, void (*call)(void *, void *), void *context);
void subscribe(const struct handler *handler);
void unrelated(int n);

static struct tally all, heard;

static void add(void *item, void *context)
{
	struct tally *t = context;
	t->last = *(double *)item * read_a();
	t->n++;
}

static void on_value(double value, struct tally *to)
{
	to->last = read_b();
	(void)value;
}

/* A function without source may call what it is given, with what it is given. */
double run(void)
{
	struct handler h = { on_value, &heard };
	double f[2];
	for_each(0, add, &all);
	subscribe(&h);
	f[0] = all.last;
	f[1] = heard.last;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
