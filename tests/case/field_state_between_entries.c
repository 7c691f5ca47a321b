/* What one call leaves in an object that others have made and set is state for the next one, wherever it was assigned. */
/* manifest +
features:
  - { field: "vad.*" }
  - { variable: "process::d" }
 */
#include "case.h"
#include <stdlib.h>

struct vad { int mean[4]; };

struct vad *create(void)
{
	return malloc(sizeof(struct vad));
}

void reset(struct vad *v)
{
	for (int i = 0; i < 4; i++)
		v->mean[i] = 10 * i;
}

static void add(int *data, int offset)
{
	for (int k = 0; k < 2; k++)
		data[2 * k] += offset;
}

int process(struct vad *v)
{
	int x = read_i(), d = 0;

	for (int c = 0; c < 2; c++) {
		d += x - v->mean[c];
		if (d > 3)
			add(&v->mean[c], x);
	}
	return d > 3;
}
// edge: feature:vad.mean[0] -> feature:process.d data state
// edge: feature:vad.mean[1] -> feature:process.d data state
// edge: feature:process.d -> feature:vad.mean[2] control
// edge: signal:i -> feature:vad.mean[2] data
