/* One thread reads what another one writes that is made later; their maker reads what a thread writes that never ends. */
#include "case.h"
#include <pthread.h>
#include <stdlib.h>

struct frame { double x, y; int stop; };

static void *serve(void *argument)
{
	struct frame *frame = argument;

	while (!frame->stop) {
		double f[2] = { frame->x, frame->y };
		predict(f, 2);
	}
	return NULL;
}

static void *collect(void *argument)
{
	struct frame *frame = argument;

	while (!frame->stop) {
		frame->x = read_a();
		frame->y = read_b();
	}
	return NULL;
}

static void *collect_always(void *argument)
{
	struct frame *frame = argument;

	for (;;)
		frame->x = read_c();
}

int main(void)
{
	pthread_t server, collector, other;
	struct frame frame = { 0, 0, 0 }, *own = calloc(1, sizeof *own);

	pthread_create(&server, NULL, serve, &frame);
	pthread_create(&collector, NULL, collect, &frame);
	pthread_create(&other, NULL, collect_always, own);
	for (int i = 0; i < 1000; i++) {
		double g[2] = { own->x, own->y };
		predict_next(g, 2);
	}
	return 0;
}
// edge: signal:a -> feature:serve.f[0] data
// edge: signal:b -> feature:serve.f[1] data
// no-edge: signal:b -> feature:serve.f[0]
// no-edge: signal:c -> feature:serve.f[0]
// edge: signal:c -> feature:main.g[0] data
// no-edge: signal:c -> feature:main.g[1]
