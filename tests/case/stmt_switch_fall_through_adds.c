#include "case.h"

double run(void)
{
	double f[1], x = 0;
	switch (read_i()) {
	case 2: x += read_a(); __attribute__((fallthrough));
	case 1: x += read_b();
	}
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
