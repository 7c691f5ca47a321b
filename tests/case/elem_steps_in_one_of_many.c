/* Pointers that go through the array of one of many records, step by step, in a callee, on the heap. */
#include "case.h"

#include <stdlib.h>
#include <string.h>

struct record { double pad; float ring[8]; int behind; };
static struct record walked[4], mixed[4], copied[4], filled[4], moved[4];

void walks(void)
{
	float *p = walked[read_i() & 3].ring, *end = p + 8;
	double f[4];

	while (p < end)
		*p++ = (float)read_a();
	f[0] = walked[0].ring[2];
	f[1] = walked[3].ring[7];
	f[2] = walked[2].pad;
	f[3] = walked[1].behind;
	predict(f, 4);
}

static void mix(float *to, const float *from, int n)
{
	for (int i = 0; i < n; i++)
		to[i] += from[i];
}

void mixes(void)
{
	double f[3];

	mixed[2].ring[3] = (float)read_a();
	mix(mixed[read_i() & 3].ring, mixed[2].ring, read_j());
	f[0] = mixed[0].ring[3];
	f[1] = mixed[3].ring[7];
	f[2] = mixed[1].behind;
	predict(f, 3);
}

void copies(void)
{
	float some[8];
	double f[3];

	for (int i = 0; i < 8; i++)
		some[i] = (float)read_a();
	memcpy(copied[read_i() & 3].ring, some, sizeof some);
	f[0] = copied[0].ring[3];
	f[1] = copied[3].ring[7];
	f[2] = copied[1].behind;
	predict(f, 3);
}

void fills(void)
{
	float some[8];
	double f[3];

	for (int i = 0; i < 8; i++)
		some[i] = (float)read_a();
	memcpy(filled[read_i() & 3].ring, some, (size_t)(read_j() & 7) * sizeof *some);
	f[0] = filled[0].ring[3];
	f[1] = filled[3].ring[6];
	f[2] = filled[1].behind;
	predict(f, 3);
}

void moves(void)
{
	struct record one;
	double f[4];

	moved[read_i() & 3].ring[read_j() & 7] = (float)read_a();
	moved[read_i() & 3].pad = read_b();
	one = moved[read_j() & 3];
	f[0] = one.ring[3];
	f[1] = one.pad;
	f[2] = one.behind;
	memmove(&moved[0], &moved[1], 3 * sizeof *moved);
	f[3] = moved[1].ring[5];
	predict(f, 4);
}

static void put(struct record *records, int i, int j, double x)
{
	records[i].ring[j] = (float)x;
}

static double get(const struct record *records, int i, int j)
{
	const float *ring = records[i].ring;

	return ring[j];
}

void heap(void)
{
	int n = read_i(), j = read_j();
	struct record *records = calloc((size_t)n, sizeof *records);
	double f[4];

	put(records, j % n, j & 7, read_a());
	f[0] = get(records, 0, 1);
	f[1] = get(records, j % n, j & 7);
	f[2] = records[1].pad;
	f[3] = records[j % n].behind;
	predict(f, 4);
	free(records);
}
// edge: signal:a -> feature:walks.f[0] data
// edge: signal:a -> feature:walks.f[1] data
// no-edge: signal:a -> feature:walks.f[2]
// no-edge: signal:a -> feature:walks.f[3]
// edge: signal:a -> feature:mixes.f[0] data
// edge: signal:a -> feature:copies.f[0] data
// edge: signal:a -> feature:copies.f[1] data
// no-edge: signal:a -> feature:copies.f[2]
// no-edge: signal:a -> feature:mixes.f[2]
// edge: signal:a -> feature:fills.f[0] data
// edge: signal:a -> feature:fills.f[1] data
// no-edge: signal:a -> feature:fills.f[2]
// edge: signal:a -> feature:moves.f[0] data
// edge: signal:b -> feature:moves.f[1] data
// edge: signal:a -> feature:moves.f[3] data
// no-edge: signal:b -> feature:moves.f[0]
// no-edge: signal:b -> feature:moves.f[3]
// no-edge: signal:a -> feature:moves.f[1]
// no-edge: signal:a -> feature:moves.f[2]
// edge: signal:a -> feature:heap.f[0] data
// edge: signal:a -> feature:heap.f[1] data
// no-edge: signal:a -> feature:heap.f[2]
// no-edge: signal:a -> feature:heap.f[3]
