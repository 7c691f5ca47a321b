/* What is written in one of many records, reached in the ways that C has: walks, copies, rows, tables, callees. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct record { double pad; float ring[8]; int behind; };
struct group { int count; struct record inner[3]; double m[3][4]; double tail; };
static struct record walked[6], swapped[4], assigned[4], rows2[3][4], sorted[5];
static struct group groups[4], gm[4], gp[4];
static struct record *table[4];

void walk_records(void)
{
	double f[3];
	for (struct record *r = walked; r < walked + read_i(); r++)
		for (int k = 0; k < read_j(); k++)
			r->ring[k] = (float)read_a();
	f[0] = walked[0].ring[2];
	f[1] = walked[5].ring[7];
	f[2] = walked[3].behind;
	predict(f, 3);
}
// edge: signal:a -> feature:walk_records.f[0] data
// edge: signal:a -> feature:walk_records.f[1] data
// no-edge: signal:a -> feature:walk_records.f[2]

void swaps(void)
{
	double f[2];
	int i = read_i() & 3, j = read_j() & 3;
	swapped[2].ring[1] = (float)read_a();
	struct record t = swapped[i];
	swapped[i] = swapped[j];
	swapped[j] = t;
	f[0] = swapped[0].ring[1];
	f[1] = swapped[0].pad;
	predict(f, 2);
}
// edge: signal:a -> feature:swaps.f[0] data
// no-edge: signal:a -> feature:swaps.f[1]

void assigns(void)
{
	double f[2];
	int i = read_i() & 3, j = read_j() & 3;
	assigned[1].ring[j] = (float)read_a();
	assigned[i] = assigned[j];
	f[0] = assigned[3].ring[2];
	f[1] = assigned[3].pad;
	predict(f, 2);
}
// edge: signal:a -> feature:assigns.f[0] data
// no-edge: signal:a -> feature:assigns.f[1]

void two(void)
{
	double f[3];
	rows2[read_i() % 3][read_j() & 3].ring[read_i() & 7] = (float)read_a();
	f[0] = rows2[0][1].ring[2];
	f[1] = rows2[2][3].ring[7];
	f[2] = rows2[2][3].pad;
	predict(f, 3);
}
// edge: signal:a -> feature:two.f[0] data
// edge: signal:a -> feature:two.f[1] data
// no-edge: signal:a -> feature:two.f[2]

void matrices(void)
{
	double f[4];
	gm[read_i() & 3].m[read_j() % 3][read_i() & 3] = read_a();
	f[0] = gm[0].m[2][1];
	f[1] = gm[3].m[0][3];
	f[2] = gm[3].tail;
	f[3] = gm[3].inner[2].behind;
	predict(f, 4);
}
// edge: signal:a -> feature:matrices.f[0] data
// edge: signal:a -> feature:matrices.f[1] data
// no-edge: signal:a -> feature:matrices.f[2]
// no-edge: signal:a -> feature:matrices.f[3]

static void set_inner(struct record *inner, int j, int k, double x)
{
	struct record *one = inner + j;
	one->ring[k] = (float)x;
}

void inner(void)
{
	double f[4];
	set_inner(groups[read_i() & 3].inner, read_j() % 3, read_i() & 7, read_a());
	f[0] = groups[0].inner[2].ring[1];
	f[1] = groups[3].inner[0].ring[3];
	f[2] = groups[3].tail;
	f[3] = groups[3].inner[2].behind;
	predict(f, 4);
}
// edge: signal:a -> feature:inner.f[0] data
// edge: signal:a -> feature:inner.f[1] data
// no-edge: signal:a -> feature:inner.f[2]
// no-edge: signal:a -> feature:inner.f[3]

void pointers(void)
{
	double f[3];
	static struct record some[4];
	for (int k = 0; k < 4; k++)
		table[k] = &some[k];
	table[read_i() & 3]->ring[read_j() & 7] = (float)read_a();
	f[0] = some[0].ring[1];
	f[1] = table[read_j() & 3]->ring[3];
	f[2] = table[1]->pad;
	predict(f, 3);
}
// edge: signal:a -> feature:pointers.f[0] data
// edge: signal:a -> feature:pointers.f[1] data
// no-edge: signal:a -> feature:pointers.f[2]

void back(void)
{
	double f[3];
	double *p = &gp[read_i() & 3].m[read_j() % 3][2];
	p[-1] = read_a();
	*(p + 1) = read_b();
	f[0] = gp[1].m[2][1];
	f[1] = gp[1].m[2][3];
	f[2] = gp[1].tail;
	predict(f, 3);
}
// edge: signal:a -> feature:back.f[0] data
// edge: signal:b -> feature:back.f[1] data
// no-edge: signal:a -> feature:back.f[2]
// no-edge: signal:b -> feature:back.f[2]

static int by_pad(const void *a, const void *b)
{
	double x = ((const struct record *)a)->pad, y = ((const struct record *)b)->pad;
	return (x > y) - (x < y);
}

void sorts(void)
{
	double f[2];
	sorted[read_i() % 5].ring[read_j() & 7] = (float)read_a();
	sorted[2].pad = read_b();
	qsort(sorted, 5, sizeof *sorted, by_pad);
	f[0] = sorted[0].ring[1];
	f[1] = sorted[4].pad;
	predict(f, 2);
}
// edge: signal:a -> feature:sorts.f[0] data
// edge: signal:b -> feature:sorts.f[1] data

static void rows_set(struct record (*rows)[4], int i, int j, int k, double x)
{
	rows[i][j].ring[k] = (float)x;
}

void pointer_to_rows(void)
{
	static struct record rows[3][4];
	double f[3];
	rows_set(rows, read_i() % 3, read_j() & 3, read_i() & 7, read_a());
	f[0] = rows[0][1].ring[2];
	f[1] = rows[2][3].ring[7];
	f[2] = rows[2][3].pad;
	predict(f, 3);
}
// edge: signal:a -> feature:pointer_to_rows.f[0] data
// edge: signal:a -> feature:pointer_to_rows.f[1] data
// no-edge: signal:a -> feature:pointer_to_rows.f[2]

void heap_rows(void)
{
	int n = read_i();
	struct group *g = malloc((size_t)n * sizeof *g);
	double f[3];
	memset(g, 0, (size_t)n * sizeof *g);
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 3; j++)
			for (int k = 0; k < read_j(); k++)
				g[i].inner[j].ring[k] = (float)read_a();
	f[0] = g[0].inner[2].ring[5];
	f[1] = g[n - 1].inner[1].ring[0];
	f[2] = g[2].tail;
	predict(f, 3);
	free(g);
}
// edge: signal:a -> feature:heap_rows.f[0] data
// edge: signal:a -> feature:heap_rows.f[1] data
// no-edge: signal:a -> feature:heap_rows.f[2]
