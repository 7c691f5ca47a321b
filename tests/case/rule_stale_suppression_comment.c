/* A comment that matches, one that does not, and one whose time is over. */
// suppressed: unused-feature feature:run.f[1]
// finding: stale-suppression hidden-consumer: *
// finding: stale-suppression fixed-threshold: *
// message: stale-suppression ended on 2020-01-01
// no-finding: stale-suppression unused-feature: *
#include "case.h"

double run(void)
{
	double f[2];

	f[0] = read_a(); /* featdep: ignore hidden-consumer nobody reads it */
	/* featdep: ignore unused-feature the next
	 * model reads it */
	f[1] = read_b();
	return predict(f, 1) > 0.5; // featdep: ignore fixed-threshold until 2020-01-01 to be learnt
}
