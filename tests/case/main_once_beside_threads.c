/* main runs once, beside threads, too: whether there is another round decides nothing in what the last one left. */
#include "case.h"
#include <pthread.h>

int next_round(void);

struct tap { double x; int quality; };
static struct tap taps[3];

static void *work(void *argument)
{
	*(double *)argument *= 2;
	return NULL;
}

int main(void)
{
	while (next_round()) {
		double f[4], value = read_b();
		pthread_t thread;
		taps[2] = taps[1];
		taps[1] = taps[0];
		taps[0] = (struct tap){ read_a(), read_i() };
		pthread_create(&thread, NULL, work, &value);
		pthread_join(thread, NULL);
		f[0] = taps[0].x;
		f[1] = taps[2].x;
		f[2] = taps[1].quality;
		f[3] = value;
		predict(f, 4);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:a -> feature:main.f[1] data state
// edge: signal:i -> feature:main.f[2] data state
// edge: signal:b -> feature:main.f[3] data
// no-edge: signal:next_round -> feature:main.f[1]
// no-edge: signal:next_round -> feature:main.f[2]
// no-edge: signal:next_round -> feature:main.f[3]
