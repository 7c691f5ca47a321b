#include "case.h"
#include <pthread.h>

static void *work(void *argument)
{
	struct pair *p = argument;
	p->y = 2 * p->x;
	return argument;
}

double run(void)
{
	struct pair p = { read_a(), 0 };
	pthread_t thread;
	double f[2];
	pthread_create(&thread, NULL, work, &p);
	pthread_join(thread, NULL);
	f[0] = p.y;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
