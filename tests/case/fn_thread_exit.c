// A thread that ends with pthread_exit() or thrd_exit(): what it leaves is read by others, and its maker goes on, as it does
// when the thread ends the program.
#include "case.h"
#include <pthread.h>
#include <stdlib.h>
#include <threads.h>

static double total, other;

static void *work(void *argument)
{
	total += *(double *)argument;
	pthread_exit(argument);
}

static int early(void *argument)
{
	if (*(double *)argument > 1)
		thrd_exit(3);
	other = read_c();
	return 0;
}

static void *last(void *argument)
{
	(void)argument;
	exit(0);
}

int main(void)
{
	pthread_t thread;
	thrd_t second;
	double v = read_a(), f[4];
	void *result;

	pthread_create(&thread, NULL, work, &v);
	pthread_join(thread, &result);
	thrd_create(&second, early, &v);
	thrd_join(second, NULL);
	pthread_create(&thread, NULL, last, NULL);
	f[0] = total;
	f[1] = read_b();
	f[2] = *(double *)result;
	f[3] = other;
	predict(f, 4);
	pthread_exit(NULL);
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:a -> feature:main.f[2] data
// edge: signal:c -> feature:main.f[3] data
// edge: signal:a -> feature:main.f[3] control
// no-edge: signal:b -> feature:main.f[0]
