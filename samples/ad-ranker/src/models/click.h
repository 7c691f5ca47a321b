/*
 * The click model: a support vector regression of the click rate (libsvm).
 */
#ifndef CLICK_H
#define CLICK_H

#include "models/features.h"

#include <stdbool.h>

/* Learns from the ads of STORE whose outcome is known. */
bool click_train(AdStore *store);
double click_predict(const struct ad_features *features);
void click_release(void);

#endif
