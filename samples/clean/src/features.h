/*
 * The inputs of the water model.
 */
#ifndef FEATURES_H
#define FEATURES_H

#include "weather.h"

enum { FEATURE_EVAPORATION, FEATURE_DRYNESS, FEATURE_RAIN, FEATURE_COUNT };

void features_extract(const struct weather *weather, double features[FEATURE_COUNT]);

#endif
