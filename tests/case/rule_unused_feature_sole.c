/* Two functions exist only for a feature that nobody reads. */
// finding: unused-feature feature:row.legacy
// message: unused-feature deleting it removes 2 functions
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
*/
#include "case.h"

struct row {
	double age, legacy;
};

static double shared(double x)
{
	return x + 1;
}

static double decay(double x)
{
	return shared(x) * 0.5;
}

static double legacy_score(void)
{
	return decay(read_b());
}

double run(void)
{
	struct row row;

	row.age = shared(read_a());
	row.legacy = legacy_score();
	return predict(&row.age, 1);
}
