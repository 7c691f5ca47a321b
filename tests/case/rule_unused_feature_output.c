/* manifest +
features:
  - { field: [ "levels.peak", "tracker.last", "tracker.seen" ] }
  - { variable: [ latest, bands, inner ] }
*/
/* What nothing here reads but who calls the library can: a member of a record that is only filled, an extern variable, an array
   whose address is returned. What is kept in a record of its own, or in a static variable, is never read. */
#include "case.h"

struct levels { double peak, mean; };
struct tracker { double last, seen; };
double latest;
static double bands[4];
static double inner;

double measure(struct levels *out, struct tracker *t)
{
	double f[1] = { read_a() };

	out->peak = read_b();
	latest = read_c();
	bands[1] = read_d();
	inner = read_c() + 1;
	t->last += read_b();
	t->seen = read_b();
	return predict(f, 1) + t->last;
}

const double *measured_bands(void)
{
	return bands;
}
// message: unused-feature feature:levels.peak is computed at rule_unused_feature_output.c:20 in measure and leaves through a public interface: no consumer in the analysed program
// message: unused-feature feature:latest is computed at rule_unused_feature_output.c:21 in measure and leaves through a public interface
// message: unused-feature feature:bands[1] is computed at rule_unused_feature_output.c:22 in measure and leaves through a public interface
// message: unused-feature feature:inner is computed at rule_unused_feature_output.c:23 in measure and never read
// message: unused-feature feature:tracker.seen is computed at rule_unused_feature_output.c:25 in measure and never read
