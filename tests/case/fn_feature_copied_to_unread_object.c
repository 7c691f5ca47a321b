/* A declared field in two objects: what nobody reads in one of them is not overwritten by what is assigned in the other. */
#include "case.h"

struct info { double level, noise; };
struct codec { struct info copy; };

static struct info now;
static struct codec codec;

static void hand_over(struct codec *to, const struct info *from)
{
	to->copy = *from;
}

double run(void)
{
	double f[1];
	now.level = read_a();
	now.noise = read_b();
	hand_over(&codec, &now);
	now.level = now.level > 3 ? read_c() : now.level;
	f[0] = now.level;
	return predict(f, 1);
}
/* manifest +
features:
  - { field: info.level }
  - { field: info.noise }
*/
// edge: signal:c -> feature:info.level data
// no-finding: unused-feature feature:info.level
// finding: unused-feature feature:info.noise
