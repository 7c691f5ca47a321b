/* Steps through a matrix by a pointer to its first element go through all rows. */
#include "case.h"

struct state { double rows[3][2]; double behind; };

static void fill(double *to, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = read_a();
}

double run(void)
{
	static struct state s;
	double f[2];
	s.behind = read_b();
	fill(&s.rows[0][0], read_i());
	f[0] = s.rows[2][1];
	f[1] = s.behind;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
