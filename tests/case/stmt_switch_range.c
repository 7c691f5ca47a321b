#include "case.h"

double run(void)
{
	double f[1];
	switch (read_i()) {
	case 0 ... 9: f[0] = read_a(); break;
	case 10 ... 99: f[0] = read_b(); break;
	default: f[0] = 0;
	}
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
