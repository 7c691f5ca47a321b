/* Members of all records of an array are written anew in each call: what calls leave for each other comes to rest. */
#include "case.h"
#include <stdlib.h>

struct band { double power, peak; };

static struct band *bands;

static void open_bands(void)
{
	bands = malloc(100 * sizeof *bands);
	if (!bands)
		exit(1);
	for (int i = 0; i < 100; i++)
		bands[i].power = read_a();
}

double band(int i)
{
	return bands[i % 100].power;
}

int main(void)
{
	double f[1];

	open_bands();
	f[0] = bands[7].power;
	return predict(f, 1) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// unresolved: 0
