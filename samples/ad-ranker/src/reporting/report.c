/*
 * Calls an ad strong when more than three of ten visitors are expected to click.
 */
#include "reporting/report.h"

bool report_open(Report *report, const char *path)
{
	report->lines = 0;
	report->file = fopen(path, "w");
	return report->file != NULL;
}

void report_ad(Report *report, const struct ranked_ad *ad)
{
	const char *grade = ad->click > 0.3 ? "strong" : "weak";
	fprintf(report->file, "%lld,%.2f,%s\n", ad->id, ad->click, grade);
	report->lines++;
}

bool report_close(Report *report)
{
	return fclose(report->file) == 0 && report->lines > 0;
}
