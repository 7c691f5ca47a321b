/* What an unknown function does with each value is not taken for a move. */
// no-finding: glue-code
/* manifest +
rules:
  glue-code: note
*/
#include "case.h"

double unknown(double x);
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
		f[i] = unknown(row.value[i]);
	return predict(f, 10);
}
