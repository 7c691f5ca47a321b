/* One constant is stored into what may be many records, twice, with another value between: what was there before may
   still be there. */
#include <stdlib.h>
#include "case.h"

struct record { double x; int n; };
static const struct record initial = { 1, 2 };
double seen;

void run(int n)
{
	struct record *last = 0;

	for (int i = 0; i < n; i++) {
		double f[1];
		struct record *p = malloc(sizeof *p);

		*p = initial;
		p->x = read_b();
		seen = p->x;
		*p = initial;
		f[0] = last ? last->x : 0;
		predict(f, 1);
		p->x = read_a();
		last = p;
	}
}
// edge: signal:a -> feature:run.f[0] data state
