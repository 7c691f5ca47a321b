#include "case.h"

struct ring { double values[8]; unsigned head; };

static struct ring temperature, pressure;

static void push(struct ring *ring, double value)
{
	ring->values[ring->head] = value;
	ring->head = (ring->head + 1) % 8;
}

static double mean(const struct ring *ring)
{
	double sum = 0;
	for (int k = 0; k < 8; k++)
		sum += ring->values[k];
	return sum / 8;
}

double run(void)
{
	double f[2];
	push(&temperature, read_a());
	push(&pressure, read_b());
	f[0] = mean(&temperature);
	f[1] = mean(&pressure);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
