/* Thirty inputs that are only moved from one shape into another. */
// finding: glue-code model:m
// message: glue-code steps on the ways into it only move data
/* manifest +
rules:
  glue-code: note
*/
#include "case.h"

struct row { double value[10]; };

static void load(struct row *row, double *raw)
{
	for (int i = 0; i < 10; i++)
		row->value[i] = raw[i];
}

double run(void)
{
	double raw[10], f[10];
	struct row row;

	read_block(raw, 10);
	load(&row, raw);
	for (int i = 0; i < 10; i++)
		f[i] = row.value[i];
	return predict(f, 10);
}
