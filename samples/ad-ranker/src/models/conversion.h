/*
 * The conversion model: a small neural network (FANN) that corrects the click model for ads that are clicked but
 * not bought from.
 */
#ifndef CONVERSION_H
#define CONVERSION_H

#include "models/features.h"

#include <stdbool.h>

bool conversion_train(AdStore *store);
/* CLICK: what the click model predicts for this ad. */
double conversion_predict(const struct ad_features *features, double click);
void conversion_release(void);

#endif
