/* A join ends the thread it names, in a helper, too: others see what is written behind it, that one does not. */
#include "case.h"
#include <pthread.h>
#include <semaphore.h>

struct job { pthread_t thread; double in, out; sem_t go; };

static void *once(void *argument)
{
	return argument;
}

static void *serve(void *argument)
{
	struct job *job = argument;

	sem_wait(&job->go);
	double f[1] = { job->in };
	job->out = predict(f, 1);
	return NULL;
}

static void *work(void *argument)
{
	struct job *job = argument;
	double g[1] = { job->in };

	job->out = predict_next(g, 1);
	return NULL;
}

static void start(struct job *job)
{
	pthread_create(&job->thread, NULL, work, job);
}

static void stop(struct job *job)
{
	pthread_join(job->thread, NULL);
}

int main(void)
{
	struct job job = { 0 }, other = { 0 };
	pthread_t brief;

	sem_init(&job.go, 0, 0);
	pthread_create(&job.thread, NULL, serve, &job);
	pthread_create(&brief, NULL, once, NULL);
	pthread_join(brief, NULL);
	job.in = read_a();
	sem_post(&job.go);
	pthread_join(job.thread, NULL);
	job.in = read_b();
	other.in = read_c();
	start(&other);
	stop(&other);
	other.in = read_d();
	return job.out + other.out + job.in + other.in > 0;
}
// edge: signal:a -> feature:serve.f[0] data
// no-edge: signal:b -> feature:serve.f[0]
// edge: signal:c -> feature:work.g[0] data
// no-edge: signal:d -> feature:work.g[0]
// edge: prediction:m -> consumer:main
// edge: prediction:n -> consumer:main
