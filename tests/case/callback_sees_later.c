/* A callback that a library keeps sees what others store later: another callback, and who registered both. */
#include "case.h"

struct context { double x, y, z; };

void on_event(int event, void (*call)(void *), void *argument);
void run_events(void);

static void tick(void *argument)
{
	struct context *context = argument;
	double f[3] = { context->x, context->y, context->z };

	predict(f, 3);
}

static void sense(void *argument)
{
	struct context *context = argument;

	context->x = read_a();
}

static void set_up(struct context *context)
{
	context->z = 0;
	on_event(1, tick, context);
	on_event(2, sense, context);
}

int main(void)
{
	struct context context = { 0, 0, 0 };

	set_up(&context);
	context.y = read_b();
	context.z = read_c();
	run_events();
	return 0;
}
// edge: signal:a -> feature:tick.f[0] data
// edge: signal:b -> feature:tick.f[1] data
// edge: signal:c -> feature:tick.f[2] data
// no-edge: signal:b -> feature:tick.f[0]
