/*
 * The ads and what is known of them: one row of the table `ads`.
 */
#ifndef AD_STORE_H
#define AD_STORE_H

#include <stdbool.h>
#include <sqlite3.h>

struct ad_row {
	long long id;
	double bid;      /* offered for a click */
	double margin;   /* earned by a sale */
	double age_days;
	double views, clicks;
	double price;    /* of the advertised product */
	int device;      /* of the visitor */
	int clicked, converted; /* what happened in the end; 0 for ads to be ranked */
};

enum { DEVICE_PHONE, DEVICE_TABLET, DEVICE_DESKTOP, DEVICE_COUNT };

typedef struct {
	sqlite3 *db;
	sqlite3_stmt *rows;
} AdStore;

/* Opens the database at PATH and fills it when it is empty. */
bool ad_store_open(AdStore *store, const char *path);
void ad_store_close(AdStore *store);

/* Starts to read the ads with a known outcome, or those to be ranked. */
bool ad_store_select(AdStore *store, bool with_outcome);
bool ad_store_next(AdStore *store, struct ad_row *row);

#endif
