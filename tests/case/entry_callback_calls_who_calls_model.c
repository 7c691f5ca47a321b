/* Only code outside calls the callback that leads to the model: the model is entered from there, and not in the helper that calls it,
   whose arguments come from nowhere else. */
#include "case.h"

void register_handler(void (*handler)(void *), void *context);

static double classify(const double *x, int scale)
{
	double f[2] = { x[0] * scale, x[1] };

	return predict(f, 2);
}

static void on_block(void *context)
{
	double x[2] = { read_a(), read_b() };

	emit(classify(x, 3));
}

static void on_start(void)
{
	register_handler(on_block, 0);
}

void (*const start)(void) = on_start;
// edge: signal:a -> feature:classify.f[0] data
// edge: signal:b -> feature:classify.f[1] data
// no-edge: signal:classify.x -> feature:classify.f[0]
// no-edge: signal:classify.x[0] -> feature:classify.f[0]
// no-edge: signal:classify.scale -> feature:classify.f[0]
