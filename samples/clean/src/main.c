/*
 * irrigation: waters the garden once an hour for one recorded day.
 */
#include "features.h"
#include "valve.h"
#include "water_need.h"
#include "weather.h"

static void water(const struct weather *weather)
{
	double features[FEATURE_COUNT];
	features_extract(weather, features);
	valve_open(water_need(features, FEATURE_COUNT));
}

int main(void)
{
	struct weather weather;
	for (int hour = 0; weather_read(hour, &weather); hour++)
		water(&weather);
	return 0;
}
