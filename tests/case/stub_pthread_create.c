// Two threads run the same function on different data.
#include "case.h"
#include <pthread.h>

struct job {
	double (*read)(void);
	double sum;
};

static void *work(void *argument)
{
	struct job *job = argument;
	job->sum = job->read() + 1;
	return NULL;
}

double run(void)
{
	struct job one = {read_a, 0}, two = {read_b, 0};
	pthread_t first, second;
	double f[2];
	pthread_create(&first, NULL, work, &one);
	pthread_create(&second, NULL, work, &two);
	pthread_join(first, NULL);
	pthread_join(second, NULL);
	f[0] = one.sum;
	f[1] = two.sum;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
