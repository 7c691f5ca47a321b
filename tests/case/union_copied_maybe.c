#include "case.h"

/* A union that is copied on a condition: the pointer that it held before may still be there, whatever member comes last. */
union data { double *pointer; int number; unsigned long bits; };

static union data kept;

static void keep(const union data *d)
{
	if (read_i() > 0)
		kept = *d;
}

static void set(union data *d)
{
	if (read_j() > 0)
		d->bits = 5;
}

double run(void)
{
	double f[2], a = read_a(), b = read_b(), c = read_c();
	union data first = { &a }, second = { &b }, third = { &c };
	kept = first;
	keep(&second);
	f[0] = *kept.pointer;
	set(&third);
	f[1] = third.bits == 5 ? 0 : *third.pointer;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] control
