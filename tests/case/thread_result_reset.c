/* The maker resets what the thread writes when it is woken: in its own body, in a callee that waits, where another thread waits;
   and a pool whose work leads to records of the maker. */
#include "case.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

static double result, other, between;
static sem_t go, done;

static void *work(void *argument)
{
	sem_wait(&go);
	result = read_a();
	sem_post(&done);
	return argument;
}

static void *work_often(void *argument)
{
	for (;;) {
		sem_wait(&go);
		other = read_b();
		sem_post(&done);
	}
	return argument;
}

static double ask(void)
{
	other = 0;
	sem_post(&go);
	sem_wait(&done);
	return other;
}

static void *add(void *argument)
{
	for (int i = 0; i < 3; i++) {
		sem_wait(&go);
		between += read_c();
		sem_post(&done);
	}
	return argument;
}

static void *use(void *argument)
{
	for (int i = 0; i < 3; i++) {
		between = 0;
		sem_post(&go);
		sem_wait(&done);
		double g[1] = { between };
		predict_next(g, 1);
	}
	return argument;
}

struct task { void (*run)(void *); void *argument; struct task *next; };
struct pool { pthread_t worker; struct task *first; int stop; };
struct square { double in, out; };

static void *serve(void *argument)
{
	struct pool *pool = argument;

	while (!pool->stop) {
		struct task *task = pool->first;
		if (!task)
			continue;
		pool->first = task->next;
		task->run(task->argument);
		free(task);
	}
	return NULL;
}

static struct pool *pool_make(void)
{
	struct pool *pool = calloc(1, sizeof *pool);

	pthread_create(&pool->worker, NULL, serve, pool);
	return pool;
}

static void pool_add(struct pool *pool, void (*run)(void *), void *argument)
{
	struct task *task = malloc(sizeof *task);

	*task = (struct task){ run, argument, pool->first };
	pool->first = task;
}

static void do_square(void *argument)
{
	struct square *square = argument;

	square->out = square->in * square->in;
}

int main(void)
{
	pthread_t t;
	double f[3];
	struct pool *pool = pool_make();
	struct square square = { 0, 0 };

	pthread_create(&t, NULL, work, NULL);
	result = 0;
	sem_post(&go);
	pthread_join(t, NULL);
	f[0] = result;
	pthread_create(&t, NULL, work_often, NULL);
	f[1] = ask();
	pthread_create(&t, NULL, add, NULL);
	pthread_create(&t, NULL, use, NULL);
	square.in = read_d();
	pool_add(pool, do_square, &square);
	sem_wait(&done);
	f[2] = square.out;
	return predict(f, 3) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:a -> feature:main.f[1]
// edge: signal:c -> feature:use.g[0] data
// no-edge: signal:b -> feature:use.g[0]
// edge: signal:d -> feature:main.f[2] data
// no-edge: signal:c -> feature:main.f[2]
