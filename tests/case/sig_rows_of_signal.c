/* A signal gives rows: behind all pointers of an array of unknown length, in a record or by itself, and in all records of an
   array. */
/* manifest
version: 1
signals:
  - { function: load, name: data }
  - { function: next_row, name: row }
  - { function: next_items, name: items }
  - { function: next_message, name: message }
  - { function: read_rows, value: 0, name: rows }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: apply, input: { arg: 0, count: 4 }, output: return, name: n }
*/
#include "case.h"
#include <stdlib.h>

struct data { int n; double **x; };
struct item { double a, b; };
struct message { int n; double v[]; };
struct data *load(void);
char **next_row(void);
struct item *next_items(void);
struct message *next_message(void);
int read_rows(double ***out);
double apply(const double *v);

void run(int k)
{
	struct data *d = load();

	for (int i = 0; i < d->n; i++)
		apply(d->x[i]);
	for (;;) {
		char **row = next_row();
		struct item *items = next_items();
		struct message *message = next_message();
		double **rows, f[6] = { atof(row[0]), atof(row[2]), items[2].b, message->v[3], 0, 0 };

		if (read_rows(&rows)) {
			f[4] = rows[0][1];
			f[5] = rows[k][k];
		}
		predict(f, 6);
	}
}
// edge: signal:data -> feature:data[0] data
// edge: feature:data[0] -> model:n data
// edge: signal:row -> feature:run.f[0] data
// edge: signal:row -> feature:run.f[1] data
// edge: signal:items -> feature:run.f[2] data
// edge: signal:message -> feature:run.f[3] data
// edge: signal:rows -> feature:run.f[4] data
// edge: signal:rows -> feature:run.f[5] data
// no-edge: signal:items -> feature:run.f[3]
