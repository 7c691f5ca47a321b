/* What a signal handler and an interrupt write is there although it was reset before. */
#include "case.h"
#include <signal.h>

void wait_for_interrupt(void);

static volatile double level, sample;
static volatile int ready;

static void on_signal(int number)
{
	level = read_a() + number;
}

void adc_interrupt(void)
{
	sample = read_b();
	ready = 1;
}

int main(void)
{
	double f[2];

	signal(SIGUSR1, on_signal);
	level = 0;
	raise(SIGUSR1);
	f[0] = level;
	sample = 0;
	ready = 0;
	while (!ready)
		wait_for_interrupt();
	f[1] = sample;
	return predict(f, 2) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
// edge: signal:b -> feature:main.f[1] data state?
// no-edge: signal:a -> feature:main.f[1]
