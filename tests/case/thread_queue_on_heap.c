/* A worker is made with an empty queue and takes out what its maker puts in later. */
#include "case.h"
#include <pthread.h>
#include <stdlib.h>

struct item { double x, y; struct item *next; };
struct queue { struct item *first, *last; pthread_mutex_t lock; pthread_cond_t filled; int stop; };

static void push(struct queue *q, double x, double y)
{
	struct item *item = malloc(sizeof *item);

	*item = (struct item){ x, y, NULL };
	pthread_mutex_lock(&q->lock);
	if (q->last)
		q->last->next = item;
	else
		q->first = item;
	q->last = item;
	pthread_cond_signal(&q->filled);
	pthread_mutex_unlock(&q->lock);
}

static struct item *pop(struct queue *q)
{
	pthread_mutex_lock(&q->lock);
	while (!q->first && !q->stop)
		pthread_cond_wait(&q->filled, &q->lock);
	struct item *item = q->first;
	if (item)
		q->first = item->next;
	pthread_mutex_unlock(&q->lock);
	return item;
}

static void *serve(void *argument)
{
	for (struct item *item; (item = pop(argument));) {
		double f[2] = { item->x, item->y };
		predict(f, 2);
		free(item);
	}
	return NULL;
}

int main(void)
{
	pthread_t worker;
	struct queue *q = calloc(1, sizeof *q);

	pthread_create(&worker, NULL, serve, q);
	for (int i = 0; i < 1000; i++)
		push(q, read_a(), read_b());
	q->stop = 1;
	pthread_join(worker, NULL);
	return 0;
}
// edge: signal:a -> feature:serve.f[0] data
// edge: signal:b -> feature:serve.f[1] data
// no-edge: signal:a -> feature:serve.f[1] data
// no-edge: signal:b -> feature:serve.f[0] data
