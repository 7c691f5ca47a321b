/* Five loops of few rounds inside each other, as a convolution has: too many rounds to tell apart, and yet followed. */
#include "case.h"

static void convolve(const double *image, double *out, double *weights, int n, double factor)
{
	for (int a = 0; a < n; a++)
		for (int b = 0; b < n; b++)
			for (int c = 0; c < n; c++)
				for (int d = 0; d < n; d++)
					for (int e = 0; e < n; e++)
						out[e] += image[e] * factor;
	for (int i = 0; i < n; i++)
		weights[i] = factor;
}

void run(void)
{
	static double image[64], out[64], weights[64];
	double f[2];

	for (int i = 0; i < 64; i++)
		image[i] = read_a();
	convolve(image, out, weights, 8, read_b());
	f[0] = out[3];
	f[1] = weights[3];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
