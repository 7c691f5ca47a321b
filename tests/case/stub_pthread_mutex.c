// A lock changes no data and is no reason for a value.
#include "case.h"
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static double shared;

double run(void)
{
	double f[2];
	pthread_mutex_lock(&lock);
	shared = read_a();
	f[0] = shared;
	shared = 0;
	pthread_mutex_unlock(&lock);
	pthread_mutex_lock(&lock);
	f[1] = shared;
	pthread_mutex_unlock(&lock);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
