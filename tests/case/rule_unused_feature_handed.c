/* Who knows what a function without source reads. */
// hidden: unused-feature feature:run.features[2..3]
// finding: unused-feature feature:plain.features[2..3]
#include "case.h"

void ship(const double *values, int count);

static void pass_on(const double *values, int count)
{
	ship(values, count);
}

void run(void)
{
	double features[4] = { read_a(), read_b(), read_c(), read_d() };

	pass_on(features, 4);
	predict(features, 2);
}

void plain(void)
{
	double features[4] = { read_a(), read_b(), read_c(), read_d() };

	predict(features, 2);
}
