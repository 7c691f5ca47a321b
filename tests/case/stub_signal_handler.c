// A handler that is installed may have run.
#include "case.h"
#include <signal.h>

static double level;

static void on_user(int number)
{
	(void)number;
	level = read_a();
}

int main(void)
{
	double f[2];
	signal(SIGUSR1, on_user);
	f[0] = level;
	f[1] = read_b();
	return predict(f, 2) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:a -> feature:main.f[1]
