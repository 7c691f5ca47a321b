/* A row chosen at run time is a row of the matrix, also when the row number may be negative as far as its type goes. */
#include "case.h"

struct state { double before; double history[4][3]; double behind; };

double run(void)
{
	static struct state s;
	double f[3];
	s.before = read_b();
	s.behind = read_c();
	for (int i = 0; i < 3; i++)
		s.history[read_i()][i] = read_a();
	f[0] = s.before;
	f[1] = s.behind;
	f[2] = s.history[2][1];
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[2]
