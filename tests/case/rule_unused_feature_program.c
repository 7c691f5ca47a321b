/* manifest +
features:
  - { variable: latest }
*/
/* A program has no callers: an extern variable that nothing reads is never read. */
#include "case.h"

double latest;

int main(void)
{
	double f[1] = { read_a() };

	latest = read_c();
	return predict(f, 1) > 0;
}
// message: unused-feature feature:latest is computed at rule_unused_feature_program.c:14 in main and never read
