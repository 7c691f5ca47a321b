/* A container copies its elements by a function if it was given one: here it was given none, and before it is made there
   is nothing to call either. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct how { size_t size; void (*init)(void *); void (*copy)(void *to, const void *from); };
struct ring { unsigned at, n; struct how how; char *data; };

static struct how numbers = { sizeof(double), NULL, NULL };
static struct ring *ring;

void configure(void)
{
	ring = malloc(sizeof *ring);
	memset(ring, 0, sizeof *ring);
	ring->how = numbers;
	ring->n = 4;
	ring->data = malloc(4 * sizeof(double));
}

void run(void)
{
	static double last;
	double x = read_a(), f[3];

	f[2] = last;
	if (ring->how.copy)
		ring->how.copy(ring->data + ring->at * ring->how.size, &x);
	else
		memcpy(ring->data + ring->at * ring->how.size, &x, ring->how.size);
	ring->at = (ring->at + 1) % ring->n;
	last = x;
	f[0] = ((double *)ring->data)[0];
	f[1] = x;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data state
// no-node: signal:unknown function
// unresolved: 0
// no-edge: signal:unknown function -> feature:run.f[2]
