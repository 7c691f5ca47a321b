#define _GNU_SOURCE
#include "case.h"
#include <time.h>

double run(void)
{
	struct timespec now, fixed = {0, 0};
	double f[2];
	clock_gettime(CLOCK_MONOTONIC, &now);
	f[0] = now.tv_sec;
	f[1] = fixed.tv_sec;
	return predict(f, 2);
}
// edge: signal:clock_gettime -> feature:run.f[0] data
// no-edge: signal:clock_gettime -> feature:run.f[1]
