/* The same, known. */
// no-finding: divergent-definition
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
  - { function: read_i, name: i }
  - { function: read_j, name: j }
  - { function: read_block, value: 0, name: block }
  - { function: read_text, value: 0, name: text }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
features:
  - { field: "row.*" }
suppress:
  - { rule: divergent-definition, subject: "feature:row.ctr", reason: "known" }
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
