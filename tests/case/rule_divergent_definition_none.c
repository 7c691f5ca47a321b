/* The same formula, written in another way; a default; and a step that goes on from the value. */
// no-finding: divergent-definition
/* manifest +
features:
  - { field: "row.*" }
*/
#include "case.h"

struct row {
	double ctr;
};

static void extract(struct row *row)
{
	double clicks = read_a(), views = read_b();

	row->ctr = clicks / (views + 1);
}

static void extract_log(struct row *row)
{
	double per = 1 + read_b();

	row->ctr = read_a() / per;
}

static void clear(struct row *row)
{
	row->ctr = 0;
}

double serve(void)
{
	struct row row;
	extract(&row);
	return predict(&row.ctr, 1);
}

double train(void)
{
	struct row row;
	clear(&row);
	if (read_i())
		extract_log(&row);
	return predict(&row.ctr, 1);
}
