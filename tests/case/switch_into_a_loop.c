/* A constant choice of a case that lies in a loop. */
#include "case.h"

static double wave(double x, double y, int form)
{
	double sum = 0;
	int k = 0;

	switch (form) {
	case 0:
		do {
			sum += x;
	case 1:
			sum += y;
		} while (++k < 2);
	}
	return sum;
}

void run(void)
{
	double f[2];

	f[0] = wave(read_a(), read_b(), 1);
	f[1] = read_c();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
