/* One field, two formulas. */
// finding: divergent-definition feature:row.ctr
// message: divergent-definition first difference: (b + 1) against b
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
	double views = read_b(), clicks = read_a();

	row->ctr = clicks / views;
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
	extract_log(&row);
	return predict(&row.ctr, 1);
}
