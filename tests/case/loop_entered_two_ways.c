/* A loop that is entered two ways and goes round two ways: what comes in and what comes back meet apart, or the one takes the
   place of the other. (The inner loop of introsort on records.) */
#include "case.h"

struct row { double value; int id; };

static void sort(struct row *s, struct row *t)
{
	struct row swap, *i, *j;

	while (s < t) {
		i = s;
		j = t;
		if (read_i()) {
			swap = *s;
			*s = *t;
			*t = swap;
		}
		for (;;) {
			do
				++i;
			while (i->value < t->value);
			--j;
			if (j <= i)
				break;
			swap = *i;
			*i = *j;
			*j = swap;
		}
		t = i - 1;
	}
}

void run(void)
{
	struct row r[5] = { { read_a(), 1 }, { read_b(), 2 }, { read_c(), 3 } };
	double f[2];

	sort(r, r + 4);
	f[0] = r[0].value;
	f[1] = r[2].value;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] control
// unresolved: 0
