/* Elements at unknown indices of arrays in records in arrays in records. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct { int count; struct record record[3]; } top[4];
static struct { int count; struct record record[30]; } many[40];

void once(void)
{
	double f[2];

	top[read_i() & 3].record[read_j() % 3].ring[read_i() & 7] = (float)read_a();
	f[0] = top[0].record[1].ring[2];
	f[1] = top[3].record[2].ring[7];
	predict(f, 2);
}

void loops(void)
{
	int n = read_i(), m = read_j();
	double f[2];

	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			for (int k = 0; k < 8; k++)
				many[i].record[j].ring[k] = (float)read_b();
	f[0] = many[0].record[1].ring[2];
	f[1] = many[30].record[20].ring[7];
	predict(f, 2);
}
// edge: signal:a -> feature:once.f[0] data
// edge: signal:a -> feature:once.f[1] data
// edge: signal:b -> feature:loops.f[0] data
// edge: signal:b -> feature:loops.f[1] data
