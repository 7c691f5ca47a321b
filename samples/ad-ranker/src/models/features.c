/*
 * One function for training and serving, so that both see the same features.
 */
#include "models/features.h"

#include <math.h>

static const double prior_clicks = 2, prior_views = 20, fresh_days = 7;
static const double device_lifts[DEVICE_COUNT] = {
	[DEVICE_PHONE] = 1.0, [DEVICE_TABLET] = 0.8, [DEVICE_DESKTOP] = 0.7,
};

static double smoothed_rate(double clicks, double views)
{
	return (clicks + prior_clicks) / (views + prior_views);
}

/* The rate of the last 100 views, as far as it can be told without them. */
static double legacy_rate(double clicks, double views)
{
	double share = views > 100 ? 100 / views : 1;
	return share * clicks / 100;
}

static double band(double price)
{
	if (price < 20)
		return 0;
	return price < 80 ? 0.5 : 1;
}

void features_extract(const struct ad_row *row, struct ad_features *features)
{
	features->history_rate = smoothed_rate(row->clicks, row->views);
	features->freshness = exp(-row->age_days / fresh_days);
	features->device_lift = device_lifts[row->device % DEVICE_COUNT];
	features->bid_log = log1p(row->bid);
	features->price_band = row->price / 100;
	features->legacy_ctr = legacy_rate(row->clicks, row->views);
	features->price_band = band(row->price);
}
