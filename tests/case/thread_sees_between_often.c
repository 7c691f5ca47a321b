/* What is there for a while, in calls that double at each of many levels: it is one value a level, however many calls. */
#include "case.h"
#include <pthread.h>

static double busy;

static void level_0(double value)
{
	busy = value;
	busy = 0;
}

#define LEVEL(n, below) static void level_##n(double value) { level_##below(value); level_##below(value + n); }
LEVEL(1, 0) LEVEL(2, 1) LEVEL(3, 2) LEVEL(4, 3) LEVEL(5, 4) LEVEL(6, 5) LEVEL(7, 6) LEVEL(8, 7)
LEVEL(9, 8) LEVEL(10, 9) LEVEL(11, 10) LEVEL(12, 11) LEVEL(13, 12) LEVEL(14, 13) LEVEL(15, 14) LEVEL(16, 15)
LEVEL(17, 16) LEVEL(18, 17) LEVEL(19, 18) LEVEL(20, 19) LEVEL(21, 20) LEVEL(22, 21) LEVEL(23, 22) LEVEL(24, 23)

static void *serve(void *argument)
{
	double f[1] = { busy };

	predict(f, 1);
	return argument;
}

int main(void)
{
	pthread_t t;

	pthread_create(&t, NULL, serve, NULL);
	level_24(read_a());
	return read_b() > 0;
}
// edge: signal:a -> feature:serve.f[0] data state?
// no-edge: signal:b -> feature:serve.f[0]
