// A loop that waits for a flag: whoever sets it is not seen from inside.
#include "case.h"
#include <pthread.h>
static int quit;
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
