// The comparison decides; the text it is compared with is constant.
#include "case.h"
#include <string.h>

double run(void)
{
	char name[16];
	double f[2];
	read_text(name, sizeof name);
	f[0] = strcmp(name, "mobile") == 0 ? read_a() : read_b();
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
