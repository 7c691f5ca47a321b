/* What a thread writes into what a model is given is found there, although the program writes over it once. */
#include "case.h"
#include <pthread.h>

static double x[3];

static void *collect(void *unused)
{
	for (;;) {
		x[0] = read_a();
		x[1] = read_b() * 2;
	}
	return unused;
}

static double infer(const double *in)
{
	return predict(in, 3);
}

int main(void)
{
	pthread_t thread;

	pthread_create(&thread, 0, collect, 0);
	x[1] = 0;
	x[2] = read_c();
	for (int i = 0; i < 1000; i++)
		if (infer(x) > .5)
			return 1;
	return 0;
}
// edge: signal:a -> feature:x[0] data
// edge: signal:b -> feature:x[1] data
// edge: signal:c -> feature:x[2] data
// no-edge: signal:a -> feature:x[1]
// no-finding: unused-feature
// no-finding: constant-feature
// no-finding: divergent-definition
