/*
 * What the models see of an ad.
 */
#ifndef FEATURES_H
#define FEATURES_H

#include "store/ad_store.h"

struct ad_features {
	double history_rate; /* smoothed clicks per view so far */
	double freshness;    /* 1 for a new ad, falling to 0 */
	double device_lift;  /* how much more often this kind of device clicks */
	double bid_log;
	double price_band;   /* 0 cheap, 0.5 middle, 1 expensive */
	double legacy_ctr;   /* the rate that the first ranker used */
};

void features_extract(const struct ad_row *row, struct ad_features *features);

#endif
