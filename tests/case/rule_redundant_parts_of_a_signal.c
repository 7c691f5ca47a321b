/* Two members, or two elements, of what a signal gives are not the same value; the same number twice is. */
/* manifest
version: 1
signals:
  - { function: [get, row, level], name: "{callee}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct record { double v; int n; };
struct record *get(void);
double *row(void);
double level(void);

void run(void)
{
	struct record *r = get();
	double *v = row(), x = level();
	double f[6] = { r->v, r->n, v[0], v[1], x, x * 2 };

	predict(f, 6);
}
// finding: redundant-feature feature:run.f[5]
// no-finding: redundant-feature feature:run.f[1]
// no-finding: redundant-feature feature:run.f[3]
