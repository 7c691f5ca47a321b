/*
 * The tables of database.sql back into a graph, in the order of their numbers. The file is opened read-only and is not
 * trusted: numbers are checked before they index anything.
 */
#include "render/database_read.h"

#include "render/database.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
	sqlite3 *db;
	Graph *graph;
	const char *wrong; /* the first problem, or NULL */
} Reader;

static Str column_str(sqlite3_stmt *row, int column)
{
	return str_intern((const char *)sqlite3_column_text(row, column));
}

static uint32_t column_count(sqlite3_stmt *row, int column)
{
	int64_t value = sqlite3_column_int64(row, column);

	return value > 0 && value < UINT32_MAX ? (uint32_t)value : 0;
}

static uint32_t choice(sqlite3_stmt *row, int column, const char *(*text)(uint32_t), uint32_t count)
{
	const char *value = (const char *)sqlite3_column_text(row, column);

	for (uint32_t i = 0; value && i < count; i++)
		if (!strcmp(text(i), value))
			return i;
	return count;
}

static const char *node_kind_at(uint32_t i) { return node_kind_text((NodeKind)i); }
static const char *dep_kind_at(uint32_t i) { return dep_kind_text((DepKind)i); }
static const char *level_at(uint32_t i) { return level_text((Level)i); }
static const char *use_at(uint32_t i) { return feature_use_text((FeatureUse)i); }

static void read_node(Reader *reader, sqlite3_stmt *row)
{
	uint32_t kind = choice(row, 1, node_kind_at, NODE_STORE + 1), use = choice(row, 9, use_at, FEATURE_USES);
	uint32_t before = reader->graph->nodes.len;

	if (kind > NODE_STORE || column_count(row, 0) != before + 1) {
		reader->wrong = "its nodes are not what featdep writes";
		return;
	}
	NodeId id = graph_node(reader->graph, (NodeKind)kind, column_str(row, 2));
	Node *node = &reader->graph->nodes.items[id];
	if (reader->graph->nodes.len == before) {
		reader->wrong = "it has a node twice";
		return;
	}
	node->label = column_str(row, 3);
	node->module = column_str(row, 4);
	node->owner = column_str(row, 5);
	node->declared = sqlite3_column_int(row, 6);
	node->version = column_str(row, 7);
	node->object = column_str(row, 8);
	node->use = use >= FEATURE_USES ? USE_READ_BY_MODEL : (FeatureUse)use;
	node->access = column_str(row, 10);
	node->unstable = sqlite3_column_int(row, 11);
	node->label_role = sqlite3_column_int(row, 12);
	node->deprecated = sqlite3_column_int(row, 13);
}

static void read_site(Reader *reader, sqlite3_stmt *row)
{
	uint32_t node = column_count(row, 0);

	if (node && node <= reader->graph->nodes.len)
		vec_push(&reader->graph->nodes.items[node - 1].sites, (Site){ column_str(row, 1), column_count(row, 2),
			column_count(row, 3), column_str(row, 4) });
}

static void read_edge(Reader *reader, sqlite3_stmt *row)
{
	uint32_t from = column_count(row, 1), to = column_count(row, 2), nodes = reader->graph->nodes.len;
	uint32_t kind = choice(row, 3, dep_kind_at, DEP_DATA + 1), before = reader->graph->edges.len;

	if (!from || !to || from > nodes || to > nodes || kind > DEP_DATA || column_count(row, 0) != before + 1) {
		reader->wrong = "its edges are not what featdep writes";
		return;
	}
	EdgeId id = graph_edge(reader->graph, from - 1, to - 1, (DepKind)kind, sqlite3_column_int(row, 4),
		sqlite3_column_int(row, 5), (Steps){0});
	if (reader->graph->edges.len == before)
		reader->wrong = "it has an edge twice";
	else
		reader->graph->edges.items[id].paths = column_count(row, 6);
}

static void read_finding(Reader *reader, sqlite3_stmt *row)
{
	uint32_t level = choice(row, 2, level_at, LEVEL_ERROR + 1);

	if (level > LEVEL_ERROR || column_count(row, 0) != reader->graph->findings.len + 1) {
		reader->wrong = "its findings are not what featdep writes";
		return;
	}
	Finding *finding = vec_add(&reader->graph->findings);
	finding->rule = column_str(row, 1);
	finding->level = (Level)level;
	finding->subject = column_str(row, 3);
	finding->message = column_str(row, 4);
	finding->advice = column_str(row, 5);
	finding->fingerprint = column_str(row, 6);
	finding->suppressed = sqlite3_column_int(row, 7);
	finding->suppression = column_str(row, 8);
	finding->hidden = sqlite3_column_int(row, 9);
}

static void read_finding_part(Reader *reader, sqlite3_stmt *row)
{
	uint32_t finding = column_count(row, 0);

	if (finding && finding <= reader->graph->findings.len)
		vec_push(&reader->graph->findings.items[finding - 1].parts, column_str(row, 1));
}

static void read_finding_node(Reader *reader, sqlite3_stmt *row)
{
	uint32_t finding = column_count(row, 0), node = column_count(row, 1);

	if (finding && finding <= reader->graph->findings.len && node && node <= reader->graph->nodes.len)
		vec_push(&reader->graph->findings.items[finding - 1].nodes, node - 1);
}

static void read_step(Reader *reader, sqlite3_stmt *row)
{
	uint32_t edge = column_count(row, 0), finding = column_count(row, 1);
	uint32_t kind = choice(row, 6, dep_kind_at, DEP_DATA + 1);
	Step step = {
		.site = { column_str(row, 2), column_count(row, 3), column_count(row, 4), column_str(row, 5) },
		.note = column_str(row, 7), .text = column_str(row, 8), .kind = kind > DEP_DATA ? DEP_DATA : (DepKind)kind,
	};

	if (edge && edge <= reader->graph->edges.len)
		vec_push(&reader->graph->edges.items[edge - 1].witness, step);
	else if (finding && finding <= reader->graph->findings.len)
		vec_push(&reader->graph->findings.items[finding - 1].witness, step);
}

/* Calls READ with each row of SQL. */
static void read_rows(Reader *reader, const char *sql, void (*read)(Reader *, sqlite3_stmt *))
{
	sqlite3_stmt *statement = NULL;
	int status = reader->wrong ? SQLITE_DONE : sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL);

	while (!reader->wrong && status != SQLITE_DONE) {
		if (status == SQLITE_OK || status == SQLITE_ROW)
			status = sqlite3_step(statement);
		if (status == SQLITE_ROW)
			read(reader, statement);
		else if (status != SQLITE_DONE)
			reader->wrong = sqlite3_errmsg(reader->db);
	}
	if (reader->wrong)
		reader->wrong = str_text(str_intern(reader->wrong));
	sqlite3_finalize(statement);
}

/* Databases of the first versions do not have the table that ROW names. */
static void read_finding_parts(Reader *reader, sqlite3_stmt *row)
{
	(void)row;
	read_rows(reader, "SELECT finding, fingerprint FROM finding_parts ORDER BY rowid", read_finding_part);
}

static void read_application(Reader *reader, sqlite3_stmt *row)
{
	if (sqlite3_column_int(row, 0) != DATABASE_APPLICATION)
		reader->wrong = "it is a database of another program";
}

static void read_version(Reader *reader, sqlite3_stmt *row)
{
	if (sqlite3_column_int(row, 0) > DATABASE_VERSION)
		reader->wrong = "it was written by a newer featdep";
	else if (sqlite3_column_int(row, 0) != DATABASE_VERSION)
		reader->wrong = "it has an unknown version";
}

static void read_all(Reader *reader)
{
	read_rows(reader, "PRAGMA application_id", read_application);
	read_rows(reader, "PRAGMA user_version", read_version);
	read_rows(reader, "SELECT node, kind, name, label, module, owner, declared, version, object, use, access, unstable, "
		"is_label, deprecated FROM nodes ORDER BY node", read_node);
	read_rows(reader, "SELECT node, file, line, col, function FROM sites ORDER BY rowid", read_site);
	read_rows(reader, "SELECT edge, source, target, kind, state, unresolved, paths FROM edges ORDER BY edge",
		read_edge);
	read_rows(reader, "SELECT finding, rule, level, subject, message, advice, fingerprint, suppressed, suppression, "
		"hidden FROM findings ORDER BY finding", read_finding);
	read_rows(reader, "SELECT name FROM sqlite_master WHERE name = 'finding_parts'", read_finding_parts);
	read_rows(reader, "SELECT finding, node FROM finding_nodes ORDER BY rowid", read_finding_node);
	read_rows(reader, "SELECT edge, finding, file, line, col, function, kind, note, text FROM steps "
		"ORDER BY edge, finding, step", read_step);
}

bool database_is(const char *bytes, size_t length)
{
	return length >= 16 && !memcmp(bytes, "SQLite format 3", 16);
}

bool database_read(const char *path, Graph *graph, Diags *diags)
{
	Reader reader = { .graph = graph };
	int status = sqlite3_open_v2(path, &reader.db, SQLITE_OPEN_READONLY, NULL);

	if (status == SQLITE_OK)
		read_all(&reader);
	else
		reader.wrong = str_text(str_intern(reader.db ? sqlite3_errmsg(reader.db) : sqlite3_errstr(status)));
	sqlite3_close(reader.db);
	if (reader.wrong) {
		diag_add(diags, DIAG_ERROR, str_intern(path), 0, 0, "the database cannot be read: %s", reader.wrong);
		graph_release(graph);
	}
	return !reader.wrong;
}
