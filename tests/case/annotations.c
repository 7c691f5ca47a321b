/* manifest
version: 1
*/
#include <featdep/annotate.h>

FD_SIGNAL("wind") double wind(void);
FD_MODEL("storm") double storm(const double *features);
double pressure FD_SIGNAL("pressure");

struct sky { double clouds FD_SIGNAL("sky.clouds"); double unused; };

FD_CONSUMER("storm") static void warn(double p)
{
	static int warnings;
	if (p > 0.7)
		warnings++;
}

static double score(const struct sky *sky, double heat FD_SIGNAL("heat"))
{
	double f[4];
	f[0] = wind();
	f[1] = pressure / 1000;
	f[2] = sky->clouds;
	f[3] = heat;
	return storm(f);
}

int main(void)
{
	struct sky sky = { 0.2, 0 };
	warn(score(&sky, 3));
	return 0;
}
// edge: signal:wind -> feature:score.f[0] data
// edge: signal:pressure -> feature:score.f[1] data
// edge: signal:sky.clouds -> feature:score.f[2] data
// edge: signal:heat -> feature:score.f[3] data
// edge: feature:score.f[0] -> model:storm data
// edge: model:storm -> prediction:storm data
// edge: prediction:storm -> consumer:warn
// no-edge: signal:heat -> feature:score.f[0]
// no-finding: hidden-consumer
// no-finding: undeclared-source
