/* As many threads as a number says are waited for in a loop: behind it none of them runs. Another thread, in the same record, does. */
#include "case.h"
#include <pthread.h>

enum { MOST = 16 };

struct job { void (*work)(double *); double *at; };

static void *start(void *p)
{
	struct job *job = p;

	job->work(job->at);
	return 0;
}

static void left(double *at)
{
	at[0] = read_a();
}

static void right(double *at)
{
	at[0] = read_b();
}

static void spawn(void (*work)(double *), double *at, int count)
{
	pthread_t threads[MOST];
	struct job jobs[MOST];

	for (int i = 0; i < count; i++) {
		jobs[i] = (struct job){ work, at + i };
		pthread_create(&threads[i], 0, start, &jobs[i]);
	}
	for (int i = 0; i < count; i++)
		pthread_join(threads[i], 0);
}

static double watched[1];

static void *watch(void *unused)
{
	for (;;)
		watched[0] = read_c();
	return unused;
}

static struct { pthread_t pool[4], own; } all;

static void *once(void *unused)
{
	return unused;
}

void run(int count)
{
	double x[MOST] = { 0 }, y[MOST] = { 0 };

	spawn(left, x, count);
	spawn(right, y, count);
	x[1] = 1;
	predict(x, 2);
	predict_next(y, 1);
	pthread_create(&all.own, 0, watch, 0);
	for (int i = 0; i < count && i < 4; i++)
		pthread_create(&all.pool[i], 0, once, 0);
	for (int i = 0; i < count && i < 4; i++)
		pthread_join(all.pool[i], 0);
	watched[0] = 0;
	predict(watched, 1);
}
// edge: signal:a -> feature:run.x[0] data
// no-edge: signal:b -> feature:run.x[0]
// no-edge: signal:a -> feature:run.x[1]
// edge: signal:b -> feature:run.y[0] data
// no-edge: signal:a -> feature:run.y[0]
// edge: signal:c -> feature:watched[0] data
// unresolved: 0
