#include "case.h"
#include <stddef.h>
#include <string.h>

struct state { double kept, reset, also_reset; };

double run(void)
{
	struct state s = { read_a(), read_b(), read_c() };
	double f[3];
	memset((char *)&s + offsetof(struct state, reset), 0, sizeof s - offsetof(struct state, reset));
	f[0] = s.kept;
	f[1] = s.reset;
	f[2] = s.also_reset;
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[2]
