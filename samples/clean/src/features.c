/*
 * Evaporation follows the vapour pressure deficit; the coefficients are Tetens'.
 */
#include "features.h"

#include <math.h>

static const double field_capacity = 34, wilting_point = 12;

static double saturation_pressure(double temperature)
{
	return 0.6108 * exp(17.27 * temperature / (temperature + 237.3));
}

void features_extract(const struct weather *weather, double features[FEATURE_COUNT])
{
	double saturated = saturation_pressure(weather->temperature);
	features[FEATURE_EVAPORATION] = saturated * (1 - weather->humidity / 100);
	features[FEATURE_DRYNESS] = (field_capacity - weather->soil) / (field_capacity - wilting_point);
	features[FEATURE_RAIN] = log1p(weather->rain);
}
