/* An address that an integer holds is still one behind a test of the integer. */
#include "case.h"
#include <stdint.h>
#include <stdlib.h>

struct device { double value; };
struct registry { uint64_t handle; };

static struct registry registry;

static int keep(long handle)
{
	if (handle <= 0)
		return -1;
	registry.handle = (uint64_t)handle;
	return 0;
}

void run(void)
{
	static struct device one;
	uintptr_t other = (uintptr_t)calloc(1, sizeof(struct device));
	double f[2] = { 0 };

	if (other == 0 || keep((long)&one) < 0)
		return;
	((struct device *)other)->value = read_a();
	one.value = read_b();
	f[0] = ((struct device *)other)->value;
	if (registry.handle)
		f[1] = ((struct device *)registry.handle)->value;
	predict(f, 2);
}

// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
