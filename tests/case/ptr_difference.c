/* Pointer differences in one object are numbers: a macro that checks a pointer's type adds (p) - (int *)(p). */
#include "case.h"
#include <stdarg.h>

#define CHECKED(p) ((p) + ((p) - (double *)(p)))

struct state { double head; double value; double tail; };

static void put(int count, ...)
{
	va_list args;
	va_start(args, count);
	double *to = va_arg(args, double *);
	*to = read_a();
	va_end(args);
}

double run(struct state *s)
{
	double f[4], *first = f, *last = f + 2;
	s->head = read_b();
	s->tail = read_c();
	put(1, CHECKED(&s->value));
	f[0] = s->head;
	f[1] = s->value;
	first[last - first] = s->tail;
	f[3] = 0;
	return predict(f, 4);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[1]
