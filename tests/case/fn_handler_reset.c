/* What a signal handler and an interrupt write is there although it was reset before, and an interrupt reads what is reset behind it. */
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

static double command;
static volatile int busy;

void send_interrupt(void)
{
	if (!busy)
		return;
	double g[1] = { command };
	predict_next(g, 1);
	busy = 0;
}

int main(void)
{
	double f[2];

	command = read_c();
	busy = 1;
	while (busy)
		wait_for_interrupt();
	command = 0;
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
// edge: signal:c -> feature:send_interrupt.g[0] data state?
// no-edge: signal:c -> feature:main.f[0]
