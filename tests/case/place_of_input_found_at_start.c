/* Where the groups of features begin was found out once. */
#include "case.h"

#include <string.h>

static int starts[3], ready;

void run(void)
{
	double f[4];

	if (!ready) {
		int at = 0;
		for (int k = 0; k < 3; k++) {
			starts[k] = at;
			at += k == 0 ? 2 : 1;
		}
		ready = 1;
	}
	f[0] = f[1] = f[2] = 0;
	f[starts[0]] = read_a();
	f[starts[1]] = read_b();
	f[starts[2]] = read_c();
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3]
