// A thread that never ends: its maker goes on, and both read what the other writes.
#include "case.h"
#include <pthread.h>

static double kept[2];

static void *work(void *argument)
{
	double *v = argument;

	for (;;) {
		double f[1] = { v[0] };
		v[1] = predict(f, 1);
	}
}

int main(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, work, kept);
	while (1) {
		kept[0] = read_a();
		if (kept[1] > 2)
			return 1;
	}
}
// edge: signal:a -> feature:work.f[0] data state?
// edge: prediction:m -> consumer:main
