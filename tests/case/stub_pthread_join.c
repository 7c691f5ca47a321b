// What a thread returns arrives at the join.
#include "case.h"
#include <pthread.h>
#include <stdlib.h>

static void *work(void *argument)
{
	double *result = malloc(sizeof *result);
	*result = *(double *)argument * 2;
	return result;
}

double run(void)
{
	double x = read_a(), y = read_b(), f[2];
	pthread_t thread;
	void *result;
	pthread_create(&thread, NULL, work, &x);
	pthread_join(thread, &result);
	f[0] = *(double *)result;
	f[1] = y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
