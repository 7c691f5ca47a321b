// No member of the record is ever written, but what one of them points to is.
#include "case.h"

struct view { double *samples; int count; };

void update(struct view *v)
{
	v->samples[0] = read_b();
}

double run(struct view *v)
{
	double f[1] = { v->samples[0] };

	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data state
