/* What is moved is computed with on the way. */
// no-finding: glue-code
/* manifest +
rules:
  glue-code: note
*/
#include "case.h"

struct row { double value[10]; };

static void load(struct row *row, double *raw)
{
	for (int i = 0; i < 10; i++)
		row->value[i] = raw[i] * 2;
}

double run(void)
{
	double raw[10], f[10];
	struct row row;

	read_block(raw, 10);
	load(&row, raw);
	for (int i = 0; i < 10; i++)
		f[i] = row.value[i] - 1;
	return predict(f, 10);
}
