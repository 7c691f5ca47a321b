/* manifest +
features:
  - { field: "ft.*" }
*/
#include "case.h"

struct ft {
	double a, b;
};

static struct ft all[4], queue[8];
static unsigned in, out;

static void put(const struct ft *t)
{
	queue[in++ & 7] = *t;
}

static int get(struct ft *t)
{
	if (in == out)
		return 0;
	*t = queue[out++ & 7];
	return 1;
}

/* A declared member is one feature wherever it is, and copying a record assigns nothing. */
double run(void)
{
	double f[5];
	struct ft next = { read_a(), read_b() }, now = { 0 };

	for (int i = 0; i < 4; i++) {
		all[i].a = read_c();
		f[i] = all[i].a;
	}
	put(&next);
	f[4] = get(&now) ? now.a + now.b : 0;
	return predict(f, 5);
}
// edge: signal:c -> feature:ft.a data
// edge: signal:a -> feature:ft.a data
// edge: signal:b -> feature:ft.b data
// no-node: feature:all[0].a
// no-node: feature:queue[0].a
// no-finding: unused-feature
// no-finding: divergent-definition
