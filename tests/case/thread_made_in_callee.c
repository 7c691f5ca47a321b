/* The function that makes a thread sets what it reads, its callers go on writing it: in a record of theirs, in one it gives back. */
#include "case.h"
#include <pthread.h>
#include <stdlib.h>

struct frame { double x, y; };

static void *serve(void *argument)
{
	struct frame *frame = argument;

	for (;;) {
		double f[2] = { frame->x, frame->y };
		predict(f, 2);
	}
}

static void *serve_next(void *argument)
{
	struct frame *frame = argument;

	for (;;) {
		double g[2] = { frame->x, frame->y };
		predict_next(g, 2);
	}
}

static void start(struct frame *frame)
{
	pthread_t worker;

	frame->y = 0;
	pthread_create(&worker, NULL, serve, frame);
}

static struct frame *make(void)
{
	pthread_t worker;
	struct frame *frame = malloc(sizeof *frame);

	frame->y = 0;
	pthread_create(&worker, NULL, serve_next, frame);
	return frame;
}

static struct frame *make_and_log(void)
{
	return make();
}

static void feed(struct frame *frame, double x, double y)
{
	frame->x = x;
	frame->y = y;
}

int main(void)
{
	struct frame one = { 0 }, *other;

	start(&one);
	other = make_and_log();
	while (1) {
		feed(&one, read_a(), read_b());
		feed(other, read_c(), read_d());
	}
}
// edge: signal:a -> feature:serve.f[0] data
// edge: signal:b -> feature:serve.f[1] data
// no-edge: signal:b -> feature:serve.f[0]
// no-edge: signal:c -> feature:serve.f[0]
// edge: signal:c -> feature:serve_next.g[0] data
// edge: signal:d -> feature:serve_next.g[1] data
// no-edge: signal:d -> feature:serve_next.g[0]
// no-edge: signal:b -> feature:serve_next.g[1]
