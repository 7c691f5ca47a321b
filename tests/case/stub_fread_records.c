/* fread() fills as many records as it is told, behind a pointer, too. */
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

struct row { int id; double value; };

void run(void)
{
	struct row *rows = malloc(4 * sizeof *rows);
	double f[4];

	if (!rows)
		return;
	rows[3].value = read_a();
	if (fread(rows, sizeof *rows, 3, stdin) != 3)
		return;
	for (int i = 0; i < 4; i++)
		f[i] = rows[i].value;
	predict(f, 4);
}

// edge: signal:fread -> feature:run.f[0] data
// edge: signal:fread -> feature:run.f[1] data
// edge: signal:fread -> feature:run.f[2] data
// no-edge: signal:fread -> feature:run.f[3] data
// edge: signal:a -> feature:run.f[3] data
