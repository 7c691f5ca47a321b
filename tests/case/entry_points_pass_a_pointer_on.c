// Handlers that hand a pointer on, one to the next: it arrives after as many calls as there are handlers.
#include "case.h"

static double measured, nothing, other;
static double *first = &nothing, *second = &nothing, *third = &nothing, *fourth = &nothing, *fifth = &nothing, *sixth = &nothing,
	*seventh = &nothing, *eighth = &nothing;

double run(void)
{
	double f[1] = { *first };
	return predict(f, 1);
}

void on_first(void) { first = second; }
void on_second(void) { second = third; }
void on_third(void) { third = fourth; }
void on_fourth(void) { fourth = fifth; }
void on_fifth(void) { fifth = sixth; }
void on_sixth(void) { sixth = seventh; }
void on_seventh(void) { seventh = eighth; }

void on_eighth(void)
{
	measured = read_a();
	other = read_b();
	eighth = &measured;
}
// edge: signal:a -> feature:run.f[0] data state
// no-edge: signal:b -> feature:run.f[0]
