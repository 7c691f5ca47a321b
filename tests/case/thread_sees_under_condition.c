/* What decides whether a thread finds a value that is written beside it: in the maker, in a callee, in another thread. */
#include "case.h"
#include <pthread.h>

static double x, y, z, w;
static char text[4];

static void *serve(void *argument)
{
	double f[4] = { x, y, z, w };
	predict(f, 4);
	return argument;
}

static void *work(void *argument)
{
	z = read_i();
	return argument;
}

static void ask(double condition)
{
	if (condition > 0) {
		y = 1;
		read_text(text, 4);
	}
	y = 0;
}

int main(void)
{
	pthread_t t, u;

	pthread_create(&t, NULL, serve, NULL);
	if (read_a() > 0)
		x = 1;
	ask(read_b());
	if (read_c() > 0)
		pthread_create(&u, NULL, work, NULL);
	z = 0;
	for (int k = 0; k < read_j(); k++)
		w = read_d();
	w = 0;
	return 0;
}
// edge: signal:a -> feature:serve.f[0] control
// edge: signal:b -> feature:serve.f[1] control
// edge: signal:c -> feature:serve.f[2] control
// edge: signal:i -> feature:serve.f[2] data
// edge: signal:j -> feature:serve.f[3] control
// edge: signal:d -> feature:serve.f[3] data
// no-edge: signal:a -> feature:serve.f[1]
// no-edge: signal:b -> feature:serve.f[2]
// no-edge: signal:c -> feature:serve.f[3]
