/*
 * The features by name, in the order of the model's weights.
 */
#ifndef EXTRACTORS_H
#define EXTRACTORS_H

#include "kv.h"
#include "transaction.h"

struct extractor {
	const char *name;
	double (*extract)(const struct transaction *transaction, const struct kv *profile);
};

enum { FEATURE_COUNT = 5 };

extern const struct extractor extractors[FEATURE_COUNT];

#endif
