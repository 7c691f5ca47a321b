/*
 * ad-ranker [DATABASE [REPORT]]: trains both models on the ads whose outcome is known and ranks the others.
 */
#include "models/click.h"
#include "models/conversion.h"
#include "ranking/rank.h"
#include "reporting/report.h"

#include <stdio.h>

enum { MAX_ADS = 32 };

static bool run(AdStore *store, Report *report)
{
	struct ranked_ad ads[MAX_ADS];
	struct ad_row row;
	int count = 0;
	if (!click_train(store) || !conversion_train(store) || !ad_store_select(store, false))
		return false;
	while (count < MAX_ADS && ad_store_next(store, &row)) {
		rank_score(&row, &ads[count]);
		report_ad(report, &ads[count]);
		count++;
	}
	rank_sort(ads, count);
	rank_print(ads, count);
	return true;
}

int main(int argc, char **argv)
{
	const char *report_path = argc > 2 ? argv[2] : "click-report.csv";
	AdStore store;
	Report report;
	bool good = ad_store_open(&store, argc > 1 ? argv[1] : ":memory:");
	if (good && report_open(&report, report_path)) {
		good = run(&store, &report);
		good = report_close(&report) && good;
		click_release();
		conversion_release();
	} else {
		good = false;
	}
	ad_store_close(&store);
	return good ? 0 : 1;
}
