/* manifest +
features:
  - { field: [ "frame.loud", "frame.pause", "frame.noise", "frame.rest" ] }
*/
/* What decides whether a model is evaluated is used, and so is what leads to it: here, in a caller, one behind the other. */
#include "case.h"

struct frame { double loud, pause, noise, rest; };

static double score(const struct frame *now)
{
	double f[1] = { read_a() };

	if (now->loud < 3)
		return 0;
	return predict(f, 1);
}

int main(void)
{
	struct frame now = { 0 };

	now.noise = read_d();
	now.loud = read_b() - now.noise;
	now.pause = read_c();
	now.rest = read_c();
	return now.pause > 2 ? score(&now) > 0 : now.rest > 1;
}
// no-finding: unused-feature feature:frame.loud
// no-finding: unused-feature feature:frame.pause
// no-finding: unused-feature feature:frame.noise
// finding: unused-feature feature:frame.rest
