/* An accessor is called with more indices than it has instances for each of them: it still reads in the plane that it is asked for. */
#include "case.h"

static double get(const double *image, int x, int plane)
{
	return image[plane * 64 + x];
}

static void put(double *image, int x, int plane, double v)
{
	image[plane * 64 + x] = v;
}

void run(void)
{
	double image[128], f[2] = { 0, 0 };

	for (int x = 0; x < 64; x++) {
		put(image, x, 0, read_a());
		put(image, x, 1, read_b());
	}
	for (int x = 0; x < 64; x++) {
		f[0] += get(image, x, 0);
		f[1] += get(image, x, 1);
	}
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
