/* What is handed to a function without source is read by it. */
// no-finding: unused-feature feature:run.features[2..3]
// edge: feature:run.features[0] -> consumer:pass_on data
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
