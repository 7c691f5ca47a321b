/* Declared features that are no model's input: what decides which assignment is in force is a control dependence. */
#include "case.h"

struct state { double own; };
static struct state st;
double sink(double v);
double run(void)
{
	double f[2] = {read_a(), 0};
	double level;
	if (read_i() > 3)
		level = read_b();
	else
		level = read_c();
	if (read_j() > 3)
		st.own = read_b();
	else
		st.own = read_c();
	f[1] = level > 3 ? 1 : 0;
	return sink(level) + sink(st.own) + predict(f, 2);
}
/* manifest +
features:
  - { variable: "run::level" }
  - { field: state.own }
*/
// edge: signal:i -> feature:run.level control
// edge: signal:j -> feature:state.own control
// finding: unused-feature feature:state.own
// message: unused-feature and read by no model
// no-finding: unused-feature feature:run.level
