/*
 * The slope needs to know how far apart the samples are.
 */
#include "feature_set.h"

void features_compute(const struct window *window, uint16_t period_ms, float features[FEATURE_COUNT])
{
	float power = ring_mean_square(&window->vibration);
	float peak = ring_peak(&window->vibration);
	float warming = ring_latest(&window->temperature) - ring_oldest(&window->temperature);
	features[FEATURE_VIBRATION_POWER] = power;
	features[FEATURE_VIBRATION_PEAK] = peak;
	features[FEATURE_VIBRATION_CREST] = power > 0 ? peak * peak / power : 0;
	features[FEATURE_TEMPERATURE] = ring_latest(&window->temperature) / 10.0f;
	features[FEATURE_TEMPERATURE_SLOPE] = warming / 10 * 60000 / ((float)RING_SIZE * period_ms);
	features[FEATURE_CURRENT] = ring_mean(&window->current);
	features[FEATURE_CURRENT_RIPPLE] = ring_range(&window->current);
	features[FEATURE_SPEED] = window->speed / 3000.0f;
}
