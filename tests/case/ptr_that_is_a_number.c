/* A number that is handed over as a pointer. */
#include "case.h"

#include <stdint.h>

static double v[3];

static void fill(void *user)
{
	int k = (int)(intptr_t)user;

	v[k] = read_a();
}

void run(void)
{
	v[0] = v[1] = v[2] = 0;
	fill((void *)(intptr_t)1);
	predict(v, 3);
}
// edge: signal:a -> feature:v[1]
// no-edge: signal:a -> feature:v[0]
// no-edge: signal:a -> feature:v[2]
