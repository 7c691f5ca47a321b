/* What is written when a thread has ended is nothing to it, nor is what it writes itself behind its reads. */
#include "case.h"
#include <pthread.h>

struct part { double x, y, out; };

static void *work(void *argument)
{
	struct part *part = argument;
	double f[2] = { part->x, part->y };

	part->x = read_b();
	part->out = predict(f, 2);
	return NULL;
}

int main(void)
{
	pthread_t worker;
	struct part part = { read_a(), 1, 0 };

	pthread_create(&worker, NULL, work, &part);
	pthread_join(worker, NULL);
	part.y = read_c() + part.x;
	double g[2] = { part.y, part.out };
	return predict_next(g, 2) > 0;
}
// edge: signal:a -> feature:work.f[0] data
// no-edge: signal:b -> feature:work.f[0]
// no-edge: signal:c -> feature:work.f[1]
// edge: signal:b -> feature:main.g[0] data
// edge: prediction:m -> feature:main.g[1] data
