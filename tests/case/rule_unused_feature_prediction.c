/* One of two outputs has a reader. */
// finding: unused-feature prediction:two.second
// no-finding: unused-feature prediction:two.first
/* manifest +
  - { function: both, input: { arg: 0, count: 1 }, output: [ { arg: 1, label: first }, { arg: 2, label: second } ], name: two }
*/
#include "case.h"

void both(const double *features, double *first, double *second);
static double kept;

void run(void)
{
	double f[1] = { read_a() }, first, second;

	both(f, &first, &second);
	kept = first * 2;
}
