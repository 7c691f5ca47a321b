/* manifest
version: 1
*/
#include <featdep/annotate.h>

FD_SIGNAL("wind") double wind(void);
FD_MODEL("storm") void storm(const double *features, double *probability FD_OUTPUT, int *steps);

static double use(double p)
{
	return 2 * p;
}

int main(void)
{
	double f[1], p;
	int steps;
	f[0] = wind();
	storm(f, &p, &steps);
	return use(p) > 1;
}
// edge: signal:wind -> feature:main.f[0] data
// edge: model:storm -> prediction:storm data
// edge: prediction:storm -> consumer:use data
