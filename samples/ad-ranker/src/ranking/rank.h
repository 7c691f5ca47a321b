/*
 * The order in which ads are shown: by what they are expected to earn.
 */
#ifndef RANK_H
#define RANK_H

#include "store/ad_store.h"

struct ranked_ad {
	long long id;
	double click, conversion; /* predictions */
	double score;
};

void rank_score(const struct ad_row *row, struct ranked_ad *ad);
void rank_sort(struct ranked_ad *ads, int count);
void rank_print(const struct ranked_ad *ads, int count);

#endif
