/* while (n--): in the body the counter is one less than what was tested, so nothing before the array is read. */
#include "case.h"

#include <stdlib.h>

struct channel {
	double raw[256], other;
};

static double mean(const double *data, int n)
{
	double sum = 0;

	while (n--)
		sum += data[n];
	return sum;
}

void run(void)
{
	struct channel *c = calloc(2, sizeof *c);
	double f[2];

	for (int i = 0; i < 256; i++) {
		c[0].raw[i] = read_a();
		c[1].raw[i] = read_b();
	}
	c[0].other = read_c();
	f[0] = mean(c[0].raw, 256);
	f[1] = mean(c[1].raw, 256);
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
