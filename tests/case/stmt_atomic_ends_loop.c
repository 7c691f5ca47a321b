// A loop that waits for an atomic flag is ended by the thread that sets it.
#include "case.h"
#include <pthread.h>
#include <stdatomic.h>
static atomic_bool quit;
static double shared;
static void *producer(void *arg) { while (!quit) shared = read_a(); return 0; }
int main(void)
{
	pthread_t a;
	pthread_create(&a, 0, producer, 0);
	double f[1] = { shared };
	quit = 1;
	return predict(f, 1) > 3;
}
// edge: signal:a -> feature:main.f[0] data state?
// edge: prediction:m -> consumer:main
