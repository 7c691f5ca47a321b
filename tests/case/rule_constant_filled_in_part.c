/* What is set to one value as a whole, and then in part to something else, is no constant feature. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict_image, input: { arg: 0, count: 300 }, output: return, name: m }
*/
#include "case.h"

double predict_image(const float *image);

static void set_pixel(float *image, int x, int y, int c, float value)
{
	if (x < 0 || y < 0 || c < 0 || x >= 10 || y >= 10 || c >= 3)
		return;
	image[c * 100 + y * 10 + x] = value;
}

void run(int w, int h)
{
	static float image[300], gray[300];

	for (int i = 0; i < 300; i++)
		image[i] = gray[i] = 0.5f;
	for (int k = 0; k < 3; k++)
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				set_pixel(image, x, y, k, read_a());
	predict_image(image);
	predict_image(gray);
}

// edge: signal:a -> feature:run.image[0..99] data
// no-finding: constant-feature feature:run.image[*
// finding: constant-feature feature:run.gray[*
