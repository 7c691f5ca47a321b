#include "case.h"

/* How many invocations there were decides what is left of them. */
double run(void)
{
	double f[2], in[1], sum = 0, count = 0;
	int rounds = read_i();
	for (int k = 0; k < rounds; k++) {
		in[0] = read_a();
		sum += predict(in, 1);
		count += 1;
	}
	f[0] = sum;
	f[1] = count;
	return predict_next(f, 2);
}
// edge: signal:a -> feature:run.in[0] data
// no-edge: signal:i -> feature:run.in[0]
// edge: signal:i -> feature:run.f[0] control
// edge: signal:i -> feature:run.f[1] control
// no-edge: signal:a -> feature:run.f[1]
