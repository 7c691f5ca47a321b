// The clock is a signal of the POSIX pack; the calendar is computed from it.
#include "case.h"
#include <time.h>

double run(void)
{
	double f[3];
	time_t now = time(NULL), then = read_i();
	f[0] = difftime(now, then);
	f[1] = localtime(&now)->tm_hour;
	f[2] = localtime(&then)->tm_hour;
	return predict(f, 3);
}
// edge: signal:time -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// edge: signal:time -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[2] data
// no-edge: signal:time -> feature:run.f[2]
