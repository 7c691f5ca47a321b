#include "case.h"

#define SQUARE(x) ((x) * (x))
#define ASSIGN(array, index, value) do { (array)[index] = (value); } while (0)

double run(void)
{
	double f[2];
	ASSIGN(f, 0, SQUARE(read_a()));
	ASSIGN(f, 1, read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
