/*
 * The bid is earned by a click, the margin by a sale.
 */
#include "ranking/rank.h"

#include "models/click.h"
#include "models/conversion.h"

#include <stdio.h>
#include <stdlib.h>

void rank_score(const struct ad_row *row, struct ranked_ad *ad)
{
	struct ad_features features;
	features_extract(row, &features);
	ad->id = row->id;
	ad->click = click_predict(&features);
	ad->conversion = conversion_predict(&features, ad->click);
	ad->score = row->bid * ad->click + row->margin * ad->conversion;
}

static int rank_compare(const void *left, const void *right)
{
	const struct ranked_ad *a = left, *b = right;
	return (a->score < b->score) - (a->score > b->score);
}

void rank_sort(struct ranked_ad *ads, int count)
{
	qsort(ads, (size_t)count, sizeof *ads, rank_compare);
}

void rank_print(const struct ranked_ad *ads, int count)
{
	for (int i = 0; i < count; i++)
		printf("%d. ad %lld: %.1f\n", i + 1, ads[i].id, ads[i].score);
}
