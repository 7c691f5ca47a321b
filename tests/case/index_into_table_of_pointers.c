/* Which of many records a table of pointers leads to is chosen by the index, although one object stands for all of them. */
#include "case.h"
#include <stdlib.h>

struct record { double weight; };

static double weight_of(const struct record *r)
{
	return r->weight;
}

int main(void)
{
	static struct record *table[100];
	int n = read_i();
	double **rows = malloc(n * sizeof *rows), f[3];

	if (!rows)
		return 1;
	for (int i = 0; i < 100; i++) {
		table[i] = malloc(sizeof *table[i]);
		if (!table[i])
			return 1;
		table[i]->weight = read_a();
	}
	for (int i = 0; i < n; i++) {
		rows[i] = malloc(2 * sizeof **rows);
		for (int k = 0; k < 2; k++)
			rows[i][k] = read_b();
	}
	f[0] = table[read_j()]->weight;
	f[1] = weight_of(table[(int)read_c()]);
	f[2] = rows[(int)read_d()][0];
	predict(f, 3);
	return 0;
}

// edge: signal:a -> feature:main.f[0] data
// edge: signal:j -> feature:main.f[0] index
// edge: signal:c -> feature:main.f[1] index
// no-edge: signal:j -> feature:main.f[1]
// edge: signal:b -> feature:main.f[2] data
// edge: signal:d -> feature:main.f[2] index
// no-edge: signal:a -> feature:main.f[2]
