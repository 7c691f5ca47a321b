/* manifest +
features:
  - { variable: [load, load_trend, spare, spare_history] }
*/
/* Read by other features, which reach no model themselves: not "never read". What only its own history keeps is. */
#include "case.h"

static double load, load_trend, spare, spare_history[3];

double run(void)
{
	double f[1] = { read_b() };

	load = read_a();
	load_trend = load_trend * .9 + load;
	spare_history[2] = spare_history[1];
	spare_history[1] = spare_history[0];
	spare_history[0] = read_c();
	return predict(f, 1);
}
// finding: unused-feature feature:load
// message: unused-feature feature:load is computed at rule_unused_feature_chain.c:14 in run and read by no model, only by feature:load_trend
// finding: unused-feature feature:load_trend
// message: unused-feature feature:load_trend is computed at rule_unused_feature_chain.c:15 in run and never read
// finding: unused-feature feature:spare_history[0..2]
// message: unused-feature feature:spare_history[0..2] is computed at rule_unused_feature_chain.c:18 in run and never read
