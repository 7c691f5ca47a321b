#include "case.h"

static double table[3], rest[3];

/* Which of them was chosen is one element's matter. */
static int fill(const double *from)
{
	for (int i = 0; i < 3; i++)
		if (read_j() > i) {
			table[i] = from[i];
			return i;
		}
	return -1;
}

/* What stands before a break, a return or a goto is part of the round that leaves the loop. */
double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[3] = { 0 };
	for (int i = 0; i < 3; i++)
		if (read_i() == i) {
			if (v[i] > 0)
				f[i] = v[i];
			break;
		}
	fill(v);
	for (int i = 0; i < 2; i++)
		for (int k = 0; k < 3; k++)
			if (read_j() == k) {
				rest[k] = v[k];
				goto done;
			}
done:
	predict(f, 3);
	predict(table, 3);
	return predict(rest, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:a -> feature:table[0] data
// edge: signal:j -> feature:table[0] control
// no-edge: signal:b -> feature:table[0]
// edge: signal:b -> feature:table[1] data
// no-edge: signal:a -> feature:table[1]
// no-edge: signal:c -> feature:table[1]
// edge: signal:a -> feature:rest[0] data
// edge: signal:j -> feature:rest[0] control
// no-edge: signal:b -> feature:rest[0]
// edge: signal:c -> feature:rest[2] data
// no-edge: signal:a -> feature:rest[2]
