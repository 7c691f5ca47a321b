// flags: -fcommon
#include "case.h"

double level;
void collect(void);

double run(void)
{
	double f[1];
	collect();
	f[0] = level;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
