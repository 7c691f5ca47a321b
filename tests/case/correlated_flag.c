/* A flag tells where its value was chosen, and with that what else was chosen there. */
#include "case.h"

void local(void)
{
	double f[1], x = read_a();
	int failed;

	if (x < 0.5) {
		f[0] = 0;
		failed = 1;
	} else {
		f[0] = read_b();
		failed = 0;
	}
	if (!failed)
		predict(f, 1);
}

/* Two of three ways are left: what decides between them still does. */
void several(void)
{
	double f[1], x = read_c(), y = read_d();
	int kind;

	if (x < 0) {
		f[0] = 1;
		kind = -1;
	} else if (y < 0) {
		f[0] = 2;
		kind = 1;
	} else {
		f[0] = 3;
		kind = 2;
	}
	if (kind > 0)
		predict_next(f, 1);
}
// edge: signal:b -> feature:local.f[0] data
// no-edge: signal:a -> feature:local.f[0]
// edge: signal:d -> feature:several.f[0] control
// edge: signal:c -> feature:several.f[0] control
