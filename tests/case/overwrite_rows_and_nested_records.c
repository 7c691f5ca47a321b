/* Whole rows and records at places that are not known, copied and sorted: their parts stay apart. */
#include "case.h"

#include <stdlib.h>
#include <string.h>

struct box {
	struct {
		float x, y;
	} at;
	double v[3];
	int kind;
};

static int by_kind(const void *a, const void *b)
{
	return ((const struct box *)a)->kind - ((const struct box *)b)->kind;
}

void run(void)
{
	double rows[4][3], one[3], f[8];
	struct box boxes[4];

	for (int i = 0; i < 4; i++) {
		rows[i][0] = boxes[i].at.x = boxes[i].v[1] = read_a();
		rows[i][1] = boxes[i].at.y = boxes[i].v[2] = read_b();
		rows[i][2] = boxes[i].v[0] = read_c();
		boxes[i].kind = read_i();
	}
	memcpy(one, rows[read_j() & 3], sizeof one);
	qsort(boxes, 4, sizeof *boxes, by_kind);
	f[0] = one[0];
	f[1] = one[1];
	f[2] = one[2];
	f[3] = boxes[0].at.x;
	f[4] = boxes[0].at.y;
	f[5] = boxes[0].v[0];
	f[6] = boxes[0].v[1];
	f[7] = boxes[0].v[2];
	predict(f, 8);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[4] data
// edge: signal:c -> feature:run.f[5] data
// edge: signal:a -> feature:run.f[6] data
// edge: signal:b -> feature:run.f[7] data
// edge: signal:i -> feature:run.f[3] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[3]
// no-edge: signal:a -> feature:run.f[4]
// no-edge: signal:a -> feature:run.f[5]
// no-edge: signal:b -> feature:run.f[6]
// no-edge: signal:c -> feature:run.f[7]
