#include "case.h"

double weather(void);

double run(void)
{
	double f[2];
	f[0] = weather();
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:weather -> feature:run.f[0] data
// no-edge: signal:weather -> feature:run.f[1]
// finding: undeclared-source
