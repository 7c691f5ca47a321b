#include "case.h"
#include <string.h>

double run(void)
{
	char name[16], other[16] = "constant";
	read_text(name, sizeof name);
	double f[2] = {strlen(name), strlen(other)};
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
