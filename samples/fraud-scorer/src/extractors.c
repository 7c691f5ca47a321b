/*
 * Each extractor sees the payment and the card holder's profile.
 */
#include "extractors.h"

#include <math.h>

static const double class_risk[MERCHANT_CLASSES] = { 0.05, 0.1, 0.3, 0.8 };

static double amount_ratio(const struct transaction *transaction, const struct kv *profile)
{
	double usual = kv_get(profile, "mean_amount");
	return usual > 0 ? transaction->amount / usual : 1;
}

static double merchant_risk(const struct transaction *transaction, const struct kv *profile)
{
	(void)profile;
	return class_risk[transaction->merchant_class & (MERCHANT_CLASSES - 1)];
}

static double night(const struct transaction *transaction, const struct kv *profile)
{
	(void)profile;
	double hour = fmod(transaction->hour, 24);
	return hour < 6 ? 1 : 0;
}

static double pause(const struct transaction *transaction, const struct kv *profile)
{
	return fmin(transaction->hour - kv_get(profile, "last_hour"), 48) / 48;
}

static double suspicion(const struct transaction *transaction, const struct kv *profile)
{
	(void)transaction;
	return kv_get(profile, "suspicion");
}

const struct extractor extractors[FEATURE_COUNT] = {
	{ "amount_ratio", amount_ratio },
	{ "merchant_risk", merchant_risk },
	{ "night", night },
	{ "pause", pause },
	{ "suspicion", suspicion },
};
