// Whether there is a next round decides nothing about this one, although values pass from round to round.
#include "case.h"

double run(void)
{
	double sum = 0, best = 0;
	for (int k = 0, n = read_i(); k < n; k++) {
		double f[1];
		sum += read_a();
		f[0] = sum;
		best += predict(f, 1);
	}
	return best;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
