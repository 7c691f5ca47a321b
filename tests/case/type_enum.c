#include "case.h"

enum level { LOW, HIGH = 7 };

static enum level level_of(double x)
{
	return x > 10 ? HIGH : LOW;
}

double run(void)
{
	double f[2];
	enum level level = level_of(read_a());
	f[0] = level;
	f[1] = HIGH;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// no-edge: signal:a -> feature:run.f[1]
