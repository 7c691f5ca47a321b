/*
 * The weekly report: one line an ad, for the people who sell the space.
 */
#ifndef REPORT_H
#define REPORT_H

#include "ranking/rank.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct {
	FILE *file;
	int lines;
} Report;

bool report_open(Report *report, const char *path);
void report_ad(Report *report, const struct ranked_ad *ad);
bool report_close(Report *report);

#endif
