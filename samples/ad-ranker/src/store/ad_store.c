/*
 * A table in SQLite. An empty database is filled with a made-up history in which old and expensive ads are clicked
 * less, so that the models have something to learn.
 */
#include "store/ad_store.h"

#include <stdint.h>
#include <stdio.h>

enum { HISTORY_ROWS = 120, OPEN_ROWS = 8 };

static const char schema[] =
	"create table if not exists ads (id integer primary key, bid real, margin real, age_days real, views real,"
	" clicks real, price real, device integer, clicked integer, converted integer, done integer)";
static const char insert[] = "insert into ads values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char select[] =
	"select id, bid, margin, age_days, views, clicks, price, device, clicked, converted from ads"
	" where done = ? order by id";

static double next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) / (double)(1u << 24);
}

static struct ad_row make_row(long long id, bool with_outcome, uint32_t *state)
{
	struct ad_row row = { .id = id };
	row.bid = 0.1 + next_random(state);
	row.margin = 2 + 8 * next_random(state);
	row.age_days = 30 * next_random(state);
	row.views = 50 + (int)(400 * next_random(state));
	row.price = 5 + 120 * next_random(state);
	row.device = (int)(DEVICE_COUNT * next_random(state));
	double appeal = 0.5 - row.age_days / 80 - row.price / 500 + 0.1 * (row.device == DEVICE_PHONE);
	row.clicks = (int)(row.views * (0.2 + 0.5 * appeal));
	if (with_outcome) {
		row.clicked = next_random(state) < 0.4 + appeal;
		row.converted = row.clicked && row.price < 90;
	}
	return row;
}

static bool insert_row(sqlite3_stmt *statement, const struct ad_row *row, bool with_outcome)
{
	sqlite3_bind_int64(statement, 1, row->id);
	sqlite3_bind_double(statement, 2, row->bid);
	sqlite3_bind_double(statement, 3, row->margin);
	sqlite3_bind_double(statement, 4, row->age_days);
	sqlite3_bind_double(statement, 5, row->views);
	sqlite3_bind_double(statement, 6, row->clicks);
	sqlite3_bind_double(statement, 7, row->price);
	sqlite3_bind_int(statement, 8, row->device);
	sqlite3_bind_int(statement, 9, row->clicked);
	sqlite3_bind_int(statement, 10, row->converted);
	sqlite3_bind_int(statement, 11, with_outcome);
	bool done = sqlite3_step(statement) == SQLITE_DONE;
	sqlite3_reset(statement);
	return done;
}

static bool is_empty(sqlite3 *db)
{
	sqlite3_stmt *statement = NULL;
	bool empty = false;
	if (sqlite3_prepare_v2(db, "select count(*) from ads", -1, &statement, NULL) == SQLITE_OK)
		empty = sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 0;
	sqlite3_finalize(statement);
	return empty;
}

static bool fill(sqlite3 *db)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(db, insert, -1, &statement, NULL) != SQLITE_OK)
		return false;
	uint32_t state = 2015;
	bool good = true;
	for (int i = 0; good && i < HISTORY_ROWS + OPEN_ROWS; i++) {
		struct ad_row row = make_row(i + 1, i < HISTORY_ROWS, &state);
		good = insert_row(statement, &row, i < HISTORY_ROWS);
	}
	sqlite3_finalize(statement);
	return good;
}

bool ad_store_open(AdStore *store, const char *path)
{
	store->rows = NULL;
	bool good = sqlite3_open(path, &store->db) == SQLITE_OK
		&& sqlite3_exec(store->db, schema, NULL, NULL, NULL) == SQLITE_OK
		&& (!is_empty(store->db) || fill(store->db))
		&& sqlite3_prepare_v2(store->db, select, -1, &store->rows, NULL) == SQLITE_OK;
	if (!good)
		fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(store->db));
	return good;
}

void ad_store_close(AdStore *store)
{
	sqlite3_finalize(store->rows);
	sqlite3_close(store->db);
}

bool ad_store_select(AdStore *store, bool with_outcome)
{
	sqlite3_reset(store->rows);
	return sqlite3_bind_int(store->rows, 1, with_outcome) == SQLITE_OK;
}

bool ad_store_next(AdStore *store, struct ad_row *row)
{
	if (sqlite3_step(store->rows) != SQLITE_ROW)
		return false;
	row->id = sqlite3_column_int64(store->rows, 0);
	row->bid = sqlite3_column_double(store->rows, 1);
	row->margin = sqlite3_column_double(store->rows, 2);
	row->age_days = sqlite3_column_double(store->rows, 3);
	row->views = sqlite3_column_double(store->rows, 4);
	row->clicks = sqlite3_column_double(store->rows, 5);
	row->price = sqlite3_column_double(store->rows, 6);
	row->device = sqlite3_column_int(store->rows, 7);
	row->clicked = sqlite3_column_int(store->rows, 8);
	row->converted = sqlite3_column_int(store->rows, 9);
	return true;
}
