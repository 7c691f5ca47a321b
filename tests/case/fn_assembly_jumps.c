// Inline assembly may jump to the labels that it lists.
#include "case.h"

#define jump_if(x, label) __asm__ goto("" : : "r"(x) : "memory" : label)

double run(void)
{
	double f[3] = { 0 };
	int i = read_i();

	__asm__ volatile("" : : : "memory");
	jump_if(i, hit);
	f[0] = read_a();
	goto out;
hit:
	f[0] = read_b();
out:
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
// unresolved: 2
