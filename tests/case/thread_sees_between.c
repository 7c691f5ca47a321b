/* What is there only for a while: of the maker, in a callee, of another thread, when the thread was made in a constructor. */
#include "case.h"
#include <pthread.h>
#include <semaphore.h>

static double x, y, z;
static sem_t go, done;

static void *serve(void *argument)
{
	sem_wait(&go);
	double f[3] = { x, y, z };
	predict(f, 3);
	sem_post(&done);
	return argument;
}

static void ask(double value)
{
	y = value;
	sem_post(&go);
	sem_wait(&done);
	y = 0;
}

static void *work(void *argument)
{
	z = read_c();
	sem_post(&go);
	sem_wait(&done);
	z = 0;
	return argument;
}

__attribute__((constructor)) static void set_up(void)
{
	pthread_t t;

	pthread_create(&t, NULL, serve, NULL);
}

int main(void)
{
	pthread_t t;

	pthread_create(&t, NULL, work, NULL);
	x = read_a();
	sem_post(&go);
	sem_wait(&done);
	x = 0;
	ask(read_b());
	return 0;
}
// edge: signal:a -> feature:serve.f[0] data state?
// no-edge: signal:b -> feature:serve.f[0]
// edge: signal:b -> feature:serve.f[1] data state?
// edge: signal:c -> feature:serve.f[2] data state?
// no-edge: signal:a -> feature:serve.f[2]
