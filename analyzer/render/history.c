/*
 * Metrics are rows of a name and a value, so that a later version can add some without changing the tables: a reader
 * takes what is there. Anything that is not surely a history of a known version is never written to.
 */
#include "render/history.h"

#include "render/history_sql.h"
#include "render/metrics.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

typedef struct {
	sqlite3 *db;
	int status; /* SQLITE_OK, or the first error */
	const char *distrust;
} Store;

static void run_sql(Store *store, const char *sql)
{
	if (store->status == SQLITE_OK)
		store->status = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
}

static int64_t ask_number(Store *store, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	int64_t number = 0;

	if (store->status == SQLITE_OK)
		store->status = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
	if (store->status == SQLITE_OK) {
		int status = sqlite3_step(statement);
		if (status == SQLITE_ROW)
			number = sqlite3_column_int64(statement, 0);
		else if (status != SQLITE_DONE)
			store->status = status;
	}
	sqlite3_finalize(statement);
	return number;
}

/* Opens PATH and looks whether it is a history; *IS_NEW: it is empty. */
static void store_open(Store *store, const char *path, int flags, bool *is_new)
{
	store->status = sqlite3_open_v2(path, &store->db, flags, NULL);
	if (store->status != SQLITE_OK)
		return;
	sqlite3_busy_timeout(store->db, 10000);
	int64_t objects = ask_number(store, "SELECT count(*) FROM sqlite_master");
	int64_t application = ask_number(store, "PRAGMA application_id");
	int64_t version = ask_number(store, "PRAGMA user_version");
	*is_new = store->status == SQLITE_OK && !objects && !application && !version;
	if ((store->status & 0xff) == SQLITE_NOTADB || (store->status & 0xff) == SQLITE_CORRUPT)
		store->distrust = "is damaged or no SQLite database";
	else if (store->status == SQLITE_OK && !*is_new && application != HISTORY_APPLICATION)
		store->distrust = "is a database of another program, not a history";
	else if (store->status == SQLITE_OK && !*is_new && version > HISTORY_VERSION)
		store->distrust = "was written by a newer featdep";
	else if (store->status == SQLITE_OK && !*is_new && version != HISTORY_VERSION)
		store->distrust = "has an unknown version";
}

/* False with a diagnostic when anything went wrong. */
static bool store_close(Store *store, const char *path, const char *what, Diags *diags)
{
	bool done = store->status == SQLITE_OK && !store->distrust;

	if (store->distrust)
		diag_add(diags, DIAG_ERROR, str_intern(path), 0, 0, "the history %s and is left alone", store->distrust);
	else if (!done)
		diag_add(diags, DIAG_ERROR, str_intern(path), 0, 0, "the history cannot be %s: %s", what,
			store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(store->status));
	sqlite3_close(store->db);
	return done;
}

static void time_now(char *text, size_t size)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm tm;

	if (!gmtime_r(&now, &tm) || !strftime(text, size, "%Y-%m-%dT%H:%M:%SZ", &tm))
		text[0] = '\0';
}

static void step(Store *store, sqlite3_stmt *insert)
{
	int status = store->status == SQLITE_OK ? sqlite3_step(insert) : SQLITE_DONE;

	if (status != SQLITE_DONE)
		store->status = status;
	sqlite3_reset(insert);
}

static void put_run(Store *store, const Graph *graph, const char *revision)
{
	sqlite3_stmt *insert = NULL;
	char now[64];

	time_now(now, sizeof now);
	if (store->status == SQLITE_OK)
		store->status = sqlite3_prepare_v2(store->db, "INSERT INTO runs VALUES (NULL, ?, ?, ?)", -1, &insert, NULL);
	sqlite3_bind_text(insert, 1, now, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(insert, 2, str_text(graph->project), -1, SQLITE_STATIC);
	sqlite3_bind_text(insert, 3, revision, -1, SQLITE_STATIC);
	step(store, insert);
	sqlite3_finalize(insert);
}

static void put_metric(Store *store, sqlite3_stmt *insert, int64_t run, const char *name, double value)
{
	sqlite3_bind_int64(insert, 1, run);
	sqlite3_bind_text(insert, 2, name, -1, SQLITE_TRANSIENT);
	sqlite3_bind_double(insert, 3, value);
	step(store, insert);
}

typedef struct { Str name; double value; } Metric;
typedef VEC(Metric) MetricList;

static void add_metric(MetricList *list, const char *name, double value)
{
	vec_push(list, (Metric){ str_intern(name), value });
}

/* How many findings of each rule count. */
static void add_rules(MetricList *list, const Graph *graph)
{
	Map counts = {0};

	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		if (!finding->suppressed && !finding->hidden)
			map_put(&counts, finding->rule.i, map_get_or(&counts, finding->rule.i, 0) + 1);
	}
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		Str rule = graph->findings.items[i].rule;
		uint32_t count = map_get_or(&counts, rule.i, 0);
		if (count)
			add_metric(list, str_text(str_format("findings:%s", str_text(rule))), count);
		map_put(&counts, rule.i, 0);
	}
	map_release(&counts);
}

/* Lines of code by what they are for, and those that never run. */
static void add_lines(MetricList *list, const Graph *graph)
{
	uint32_t lines = 0, dead = 0;

	for (CodeRole role = 0; role < CODE_COUNT; role++)
		lines += graph->census[role];
	for (uint32_t i = 0; i < graph->dead_code.len; i++)
		dead += graph->dead_code.items[i].lines;
	add_metric(list, "lines", lines);
	for (CodeRole role = 0; role < CODE_COUNT; role++)
		add_metric(list, str_text(str_format("lines:%s", code_role_text(role))), graph->census[role]);
	add_metric(list, "lines_never_run", dead);
}

static void collect_metrics(const Graph *graph, MetricList *list)
{
	const Coverage *c = &graph->coverage;
	Metrics m;

	metrics_count(graph, &m);
	const struct { const char *name; double value; } metrics[] = {
		{ "errors", m.findings[LEVEL_ERROR] }, { "warnings", m.findings[LEVEL_WARNING] },
		{ "notes", m.findings[LEVEL_NOTE] }, { "suppressed", m.suppressed },
		{ "signals", m.nodes[NODE_SIGNAL] }, { "undeclared_signals", m.undeclared_signals },
		{ "shared_signals", m.shared_signals }, { "features", m.nodes[NODE_FEATURE] },
		{ "unused_features", m.unused_features }, { "features_per_model", m.features_per_model },
		{ "models", m.nodes[NODE_MODEL] }, { "depth", m.depth }, { "predictions", m.nodes[NODE_PREDICTION] },
		{ "consumers", m.nodes[NODE_CONSUMER] }, { "hidden_consumers", m.hidden_consumers },
		{ "stores", m.nodes[NODE_STORE] }, { "edges", graph->edges.len }, { "state_edges", m.state_edges },
		{ "unresolved_edges", m.unresolved_edges }, { "unresolved_places", c->unresolved.len },
		{ "units", c->units }, { "units_failed", c->units_failed }, { "functions", c->functions },
		{ "functions_analysed_percent", c->functions ? 100.0 * c->functions_analysed / c->functions : 100 },
		{ "calls_resolved_percent", c->calls ? 100.0 * c->calls_resolved / c->calls : 100 },
		{ "features_resolved_percent", c->features ? 100.0 * c->features_resolved / c->features : 100 },
	};
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++)
		add_metric(list, metrics[i].name, metrics[i].value);
	add_lines(list, graph);
	add_rules(list, graph);
}

static void put_metrics(Store *store, const Graph *graph)
{
	MetricList list = {0};
	sqlite3_stmt *insert = NULL;

	collect_metrics(graph, &list);
	if (store->status == SQLITE_OK)
		store->status = sqlite3_prepare_v2(store->db, "INSERT INTO metrics VALUES (?, ?, ?)", -1, &insert, NULL);
	int64_t run = sqlite3_last_insert_rowid(store->db);
	for (uint32_t i = 0; i < list.len; i++)
		put_metric(store, insert, run, str_text(list.items[i].name), list.items[i].value);
	sqlite3_finalize(insert);
	vec_release(&list);
}

bool history_append(const char *path, const Graph *graph, const char *revision, Diags *diags)
{
	Store store = {0};
	bool is_new = false;

	store_open(&store, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &is_new);
	if (store.status == SQLITE_OK && !store.distrust) {
		run_sql(&store, "BEGIN IMMEDIATE");
		if (is_new && !ask_number(&store, "SELECT count(*) FROM sqlite_master"))
			run_sql(&store, str_text(str_format("%s\nPRAGMA application_id = %d; PRAGMA user_version = %d;",
				history_sql, HISTORY_APPLICATION, HISTORY_VERSION)));
		put_run(&store, graph, revision);
		put_metrics(&store, graph);
		run_sql(&store, "COMMIT");
	}
	return store_close(&store, path, "written", diags);
}

static Series *series_named(History *history, Map *index, Str name)
{
	uint32_t found = 0;

	if (!map_get(index, name.i, &found)) {
		found = history->series.len;
		map_put(index, name.i, found);
		Series *series = vec_add(&history->series);
		series->name = name;
	}
	Series *series = &history->series.items[found];
	bool is_count = !strncmp(str_text(name), "findings:", 9); /* rules without findings have no row */
	while (series->values.len < history->times.len)
		vec_push(&series->values, is_count ? 0 : (double)NAN);
	return series;
}

static void read_rows(Store *store, uint32_t limit, History *history)
{
	static const char sql[] = "SELECT r.run, r.time, r.revision, m.name, m.value FROM runs r "
		"JOIN metrics m ON m.run = r.run WHERE r.run > (SELECT coalesce(max(run), 0) FROM runs) - ? "
		"ORDER BY r.run, m.name";
	sqlite3_stmt *rows = NULL;
	int64_t run = -1;
	Map index = {0};

	store->status = sqlite3_prepare_v2(store->db, sql, -1, &rows, NULL);
	sqlite3_bind_int64(rows, 1, limit ? limit : INT64_MAX / 2);
	int status = store->status == SQLITE_OK ? sqlite3_step(rows) : SQLITE_DONE;
	for (; status == SQLITE_ROW; status = sqlite3_step(rows)) {
		if (sqlite3_column_int64(rows, 0) != run) {
			run = sqlite3_column_int64(rows, 0);
			vec_push(&history->times, str_intern((const char *)sqlite3_column_text(rows, 1)));
			vec_push(&history->revisions, str_intern((const char *)sqlite3_column_text(rows, 2)));
		}
		Series *series = series_named(history, &index, str_intern((const char *)sqlite3_column_text(rows, 3)));
		*vec_last(&series->values) = sqlite3_column_double(rows, 4);
	}
	if (status != SQLITE_DONE)
		store->status = status;
	for (uint32_t i = 0; i < history->series.len; i++)
		series_named(history, &index, history->series.items[i].name);
	sqlite3_finalize(rows);
	map_release(&index);
}

void history_add(History *history, const Graph *graph)
{
	MetricList list = {0};
	Map index = {0};

	vec_push(&history->times, str_intern("this run"));
	vec_push(&history->revisions, (Str){0});
	for (uint32_t i = 0; i < history->series.len; i++)
		map_put(&index, history->series.items[i].name.i, i);
	collect_metrics(graph, &list);
	for (uint32_t i = 0; i < list.len; i++)
		*vec_last(&series_named(history, &index, list.items[i].name)->values) = list.items[i].value;
	for (uint32_t i = 0; i < history->series.len; i++)
		series_named(history, &index, history->series.items[i].name);
	vec_release(&list);
	map_release(&index);
}

bool history_read(const char *path, uint32_t limit, History *history, Diags *diags)
{
	Store store = {0};
	bool is_new = false;

	store_open(&store, path, SQLITE_OPEN_READONLY, &is_new);
	if (store.status == SQLITE_OK && is_new)
		store.distrust = "is empty";
	if (store.status == SQLITE_OK && !store.distrust)
		read_rows(&store, limit, history);
	bool done = store_close(&store, path, "read", diags);
	if (!done)
		history_release(history);
	return done;
}

void history_release(History *history)
{
	for (uint32_t i = 0; i < history->series.len; i++)
		vec_release(&history->series.items[i].values);
	vec_release(&history->series);
	vec_release(&history->times);
	vec_release(&history->revisions);
}
