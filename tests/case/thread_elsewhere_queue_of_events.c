/* That a program makes a thread, and waits for it, is no reason to take what its one entry point keeps in a queue for a while
   for something that others may see, or leave, there. */
#include "case.h"
#include <pthread.h>

struct work { double in, out; };
typedef void handler(unsigned which, double x);

static struct { handler *run; unsigned which; double x; } queue[4];
static int waiting;
static double sums[2];

static void *twice(void *argument)
{
	struct work *work = argument;

	work->out = work->in * 2;
	return NULL;
}

static void post(handler *run, unsigned which, double x)
{
	queue[waiting].run = run;
	queue[waiting].which = which;
	queue[waiting++].x = x;
}

static void add(unsigned which, double x) { sums[which & 1] += x; }
static void set(unsigned which, double x) { sums[which & 1] = x / 2; }

static void deliver(void)
{
	for (int k = 0; k < waiting; k++)
		queue[k].run(queue[k].which, queue[k].x);
	waiting = 0;
}

void run(void)
{
	struct work work = { read_c(), 0 };
	double f[3];
	pthread_t thread;

	pthread_create(&thread, NULL, twice, &work);
	pthread_join(thread, NULL);
	sums[0] = read_a();
	sums[1] = read_b();
	post(add, 0, read_i());
	post(set, 1, read_j());
	deliver();
	f[0] = sums[0];
	f[1] = sums[1];
	f[2] = work.out;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[0]
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
