// A handler given to atexit() runs after main() and finds what that left.
#include "case.h"
#include <stdlib.h>

static int packets;
static double bytes;

static void report(void)
{
	double f[2] = { packets, bytes };
	predict(f, 2);
}

int main(void)
{
	atexit(report);
	for (int i = 0; i < 4; i++) {
		double size = read_a();
		if (read_b() > 3)
			packets++;
		bytes += size;
	}
	return 0;
}
// edge: signal:b -> feature:report.f[0] control state
// edge: signal:a -> feature:report.f[1] data state
// no-edge: signal:a -> feature:report.f[0]
// no-finding: constant-feature
