/* Five loops of few rounds inside each other, as a convolution has: too many rounds to tell apart, and yet followed. */
#include "case.h"

static void convolve(int n, const double *image, double *out)
{
	for (int a = 0; a < n; a++)
		for (int b = 0; b < n; b++)
			for (int c = 0; c < n; c++)
				for (int d = 0; d < n; d++)
					for (int e = 0; e < n; e++)
						out[(a * n + b) * n + c] += image[(a * n + d) * n + e] * c;
}

void run(void)
{
	static double image[512], out[512], other[512];
	double f[2];

	image[3] = read_a();
	other[3] = read_b();
	convolve(8, image, out);
	f[0] = out[5];
	f[1] = other[3];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
