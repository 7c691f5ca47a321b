#include "case.h"

static double features[2];

static void collect(void)
{
	features[0] = read_a();
	features[1] = read_b();
}

double run(void)
{
	collect();
	return predict(features, 2);
}
// edge: signal:a -> feature:features[0] data
// edge: signal:b -> feature:features[1] data
// no-edge: signal:b -> feature:features[0]
