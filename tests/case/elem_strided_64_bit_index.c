/* An index of 64 bits that is not known, times a constant and plus another: the elements that are meant are every third one
   from that on, not from the first. */
#include "case.h"
#include <stdlib.h>

struct matrix { size_t rows, columns; double *cells; };

static double get(const struct matrix *m, size_t row, size_t column)
{
	return m->cells[row * m->columns + column];
}

static void set(struct matrix *m, size_t row, size_t column, double value)
{
	m->cells[row * m->columns + column] = value;
}

void run(void)
{
	struct matrix m = { 2, 3, calloc(6, sizeof(double)) }, to = { 2, 3, calloc(6, sizeof(double)) };
	double f[7], w[6] = { 0 }, v[6] = { 0 };
	size_t k = read_i();
	long way = read_i();

	w[k * 3 + 2] = read_a();
	v[way * 3 - 1] = read_b();
	set(&m, 0, 0, read_b());
	set(&m, 1, 1, read_c());
	set(&to, k, 2, read_d());
	f[0] = w[2];
	f[1] = w[3];
	f[2] = v[5];
	f[3] = v[0];
	f[4] = get(&m, k, 1);
	f[5] = to.cells[5];
	f[6] = to.cells[0];
	predict(f, 7);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[3]
// edge: signal:c -> feature:run.f[4] data
// no-edge: signal:b -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] data
// no-edge: signal:d -> feature:run.f[6]
