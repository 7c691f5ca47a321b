/*
 * What the tree sees of the last samples.
 */
#ifndef FEATURE_SET_H
#define FEATURE_SET_H

#include "sampler.h"

enum feature {
	FEATURE_VIBRATION_POWER,
	FEATURE_VIBRATION_PEAK,
	FEATURE_VIBRATION_CREST,
	FEATURE_TEMPERATURE,
	FEATURE_TEMPERATURE_SLOPE, /* degrees a minute */
	FEATURE_CURRENT,
	FEATURE_CURRENT_RIPPLE,
	FEATURE_SPEED,
	FEATURE_COUNT
};

void features_compute(const struct window *window, uint16_t period_ms, float features[FEATURE_COUNT]);

#endif
