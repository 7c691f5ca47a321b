/* Two functions exist only for a feature that nobody reads. */
// finding: unused-feature feature:row.legacy
// message: unused-feature deleting it removes 2 functions, 8 lines: 
/* manifest +
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
