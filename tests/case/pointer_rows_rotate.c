/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* Pointers to the rows of a matrix that go round: each may be any row, from its beginning, so that columns stay apart. */
#include "case.h"

struct history {
	double rows[3][3];
	double *row[3];
};

static void push(struct history *h, const double *x)
{
	double *oldest = h->row[2];
	h->row[2] = h->row[1];
	h->row[1] = h->row[0];
	h->row[0] = oldest;
	for (int i = 0; i < 3; i++)
		oldest[i] = x[i];
}

int main(void)
{
	static struct history h;
	for (int i = 0; i < 3; i++)
		h.row[i] = h.rows[i];
	while (read_i()) {
		double x[3] = { read_a(), read_b(), read_c() };
		push(&h, x);
		double f[3] = { h.row[0][0] - h.row[1][0], h.row[0][1] - h.row[2][1], h.row[2][2] };
		predict(f, 3);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:c -> feature:main.f[0]
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:c -> feature:main.f[1]
// edge: signal:c -> feature:main.f[2] data
// no-edge: signal:b -> feature:main.f[2]
