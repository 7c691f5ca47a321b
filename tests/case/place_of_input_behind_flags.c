/* Elements that are appended when their flag says so. */
#include "case.h"

#include <string.h>

static const int on[3] = { 1, 0, 1 };

void run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	int n = 0;

	for (int k = 0; k < 3 && n < 2; k++)
		if (on[k])
			f[n++] = v[k];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1]
