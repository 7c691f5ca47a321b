#include "case.h"

double run(void)
{
	unsigned i = (unsigned)read_i();
	unsigned char byte = (unsigned char)((i & 3) - 1);
	unsigned long large = ~0ul;
	signed char narrow = (signed char)(120 + (i & 15));
	double f[5];
	f[0] = i - 1 > 100 ? read_a() : read_b();
	f[1] = byte > 200 ? read_a() : read_b();
	f[2] = large > 5 ? read_a() : read_b();
	f[3] = narrow < 0 ? read_a() : read_b();
	f[4] = large / 2 > 5 && -1 > (int)sizeof large ? read_a() : read_b();
	return predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:b -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
