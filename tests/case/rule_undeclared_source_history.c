/* A filter's history is the program's own: the source is the sample. Scratch memory that only a helper writes is as well. */
// finding: undeclared-source signal:step.sample
// hidden: undeclared-source signal:filter.last
// hidden: undeclared-source signal:filter.sums
// no-finding: undeclared-source signals
#include "case.h"

struct filter {
	double last, sums[2];
};

static void add(double *sums, double value)
{
	double *to = sums;

	*to++ += value;
	*to += value * value;
}

double step(struct filter *filter, double sample)
{
	double f[3] = { sample - filter->last, filter->sums[0], filter->sums[1] };

	add(filter->sums, sample);
	filter->last = sample;
	return predict(f, 3);
}
