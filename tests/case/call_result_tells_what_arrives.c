/* What a call leaves arrives where its result is tested: that it leaves something else where it returns another one is no
   assignment that is overwritten. */
#include "case.h"
#include <string.h>

static int frame(double *features, double x)
{
	if (x < 0.04) {
		memset(features, 0, 4 * sizeof *features);
		return 1;
	}
	for (int i = 0; i < 4; i++)
		features[i] = x * i;
	return 0;
}

int main(void)
{
	double features[4], p = 0;
	int silence = frame(features, read_a());

	if (!silence && read_flag())
		p = predict(features, 4);
	emit(p);
	return 0;
}
// edge: signal:a -> feature:main.features[0] data
// edge: signal:a -> feature:main.features[3] data
// no-finding: unused-feature
