#include "case.h"

static double total(const double *v, int count)
{
	double sum = 0;
	int rounds = (count + 3) / 4;
	switch (count % 4) {
	case 0: do { sum += *v++;
	case 3:      sum += *v++;
	case 2:      sum += *v++;
	case 1:      sum += *v++;
		} while (--rounds > 0);
	}
	return sum;
}

double run(void)
{
	double v[8] = { read_a(), read_b() }, f[2];
	f[0] = total(v, 8);
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
