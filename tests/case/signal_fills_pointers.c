/* A signal that fills an array of pointers: what any of them leads to is the signal, not only what the first one does. */
/* manifest
version: 1
signals:
  - { function: csv_row, value: 1, name: csv }
  - { function: read_rows, value: { arg: 0, count: 2 }, name: rows }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"
#include <stdlib.h>

int csv_row(void *reader, char **columns, int most);
void read_rows(float **rows);

static char *columns[3];

void run(void *reader)
{
	double f[3], g[3];
	float *rows[3] = { 0, 0, 0 };

	while (csv_row(reader, columns, 3) == 3) {
		for (int i = 0; i < 3; i++)
			f[i] = strtod(columns[i], NULL);
		predict(f, 3);
		read_rows(rows);
		g[0] = rows[0][4];
		g[1] = rows[1][4];
		g[2] = rows[2] != NULL;
		predict(g, 3);
	}
}
// edge: signal:csv -> feature:run.f[0] data
// edge: signal:csv -> feature:run.f[1] data
// edge: signal:csv -> feature:run.f[2] data
// edge: signal:rows -> feature:run.g[0] data
// edge: signal:rows -> feature:run.g[1] data
// no-edge: signal:rows -> feature:run.g[2] data
