/*
 * The graph as rows: one statement a table, prepared when its first row comes and bound by a format. Errors stay in the
 * writer until the end. The rows go to a new file that then takes the place of the old one, whose runs it has; only
 * when somebody added tables or indexes to the old one is that changed itself, in one transaction. A database that
 * cannot be trusted is never written to: another program's, a newer featdep's or a damaged one keeps its contents, and
 * the rows go to a file beside it.
 */
#include "render/database.h"

#include "model/ir.h"
#include "render/database_sql.h"
#include "render/metrics.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

typedef enum {
	TABLE_NODES, TABLE_SITES, TABLE_GUARDS, TABLE_DEAD_STORES, TABLE_EDGES, TABLE_STEPS, TABLE_FINDINGS,
	TABLE_FINDING_NODES, TABLE_FINDING_PARTS, TABLE_UNRESOLVED, TABLE_FAILED_UNITS, TABLE_DEFINITIONS, TABLE_DEAD_CODE,
	TABLE_CENSUS, TABLE_RUNS, TABLE_COUNT
} Table;

static const char *const table_names[TABLE_COUNT] = {
	[TABLE_NODES] = "nodes", [TABLE_SITES] = "sites", [TABLE_GUARDS] = "guards", [TABLE_DEAD_STORES] = "dead_stores",
	[TABLE_EDGES] = "edges", [TABLE_STEPS] = "steps", [TABLE_FINDINGS] = "findings",
	[TABLE_FINDING_NODES] = "finding_nodes", [TABLE_FINDING_PARTS] = "finding_parts",
	[TABLE_UNRESOLVED] = "unresolved", [TABLE_FAILED_UNITS] = "failed_units", [TABLE_DEFINITIONS] = "definitions",
	[TABLE_DEAD_CODE] = "dead_code", [TABLE_CENSUS] = "census", [TABLE_RUNS] = "runs",
};

typedef struct {
	sqlite3 *db;
	sqlite3_stmt *inserts[TABLE_COUNT];
	int status; /* SQLITE_OK, or the first error */
} Writer;

typedef enum { WRITE_DONE, WRITE_UNTRUSTED, WRITE_FAILED } WriteResult;

static void run_sql(Writer *writer, const char *sql)
{
	if (writer->status == SQLITE_OK)
		writer->status = sqlite3_exec(writer->db, sql, NULL, NULL, NULL);
}

/* The number that SQL, a query for one, gives; 0 after an error. */
static int64_t ask_number(Writer *writer, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	int64_t number = 0;

	if (writer->status == SQLITE_OK)
		writer->status = sqlite3_prepare_v2(writer->db, sql, -1, &statement, NULL);
	if (writer->status == SQLITE_OK) {
		int status = sqlite3_step(statement);
		if (status == SQLITE_ROW)
			number = sqlite3_column_int64(statement, 0);
		else if (status != SQLITE_DONE)
			writer->status = status;
	}
	sqlite3_finalize(statement);
	return number;
}

static void prepare_insert(Writer *writer, Table table, size_t columns)
{
	Text sql = {0};

	text_printf(&sql, "INSERT INTO %s VALUES (", table_names[table]);
	for (size_t i = 0; i < columns; i++)
		text_put(&sql, i ? ", ?" : "?");
	text_put(&sql, ")");
	writer->status = sqlite3_prepare_v2(writer->db, text_data(&sql), -1, &writer->inserts[table], NULL);
	text_release(&sql);
}

static void bind_text(sqlite3_stmt *insert, int column, Str text, bool null_when_empty)
{
	if (null_when_empty && str_empty(text))
		sqlite3_bind_null(insert, column);
	else
		sqlite3_bind_text(insert, column, str_text(text), (int)str_length(text), SQLITE_STATIC);
}

static void bind_number(sqlite3_stmt *insert, int column, int64_t number, bool null)
{
	if (null)
		sqlite3_bind_null(insert, column);
	else
		sqlite3_bind_int64(insert, column, number);
}

/* Inserts a row. FORMAT has a letter for each column: t Str, o Str or NULL when empty, k constant text, u uint32_t,
   p uint32_t or NULL when 0, e int64_t or NULL when negative, b bool, f double, 0 NULL without an argument. */
static void row_put(Writer *writer, Table table, const char *format, ...)
{
	va_list args;
	uint32_t number;
	int64_t element;

	if (writer->status == SQLITE_OK && !writer->inserts[table])
		prepare_insert(writer, table, strlen(format));
	if (writer->status != SQLITE_OK)
		return;
	sqlite3_stmt *insert = writer->inserts[table];
	va_start(args, format);
	for (int column = 1; format[column - 1]; column++) {
		switch (format[column - 1]) {
		case 't': bind_text(insert, column, va_arg(args, Str), false); break;
		case 'o': bind_text(insert, column, va_arg(args, Str), true); break;
		case 'k': sqlite3_bind_text(insert, column, va_arg(args, const char *), -1, SQLITE_STATIC); break;
		case 'u': bind_number(insert, column, va_arg(args, uint32_t), false); break;
		case 'p': number = va_arg(args, uint32_t); bind_number(insert, column, number, !number); break;
		case 'e': element = va_arg(args, int64_t); bind_number(insert, column, element, element < 0); break;
		case 'b': bind_number(insert, column, va_arg(args, int), false); break;
		case 'f': sqlite3_bind_double(insert, column, va_arg(args, double)); break;
		case '0': sqlite3_bind_null(insert, column); break;
		default: BUG("no column format '%c'", format[column - 1]);
		}
	}
	va_end(args);
	int status = sqlite3_step(insert);
	writer->status = status == SQLITE_DONE ? SQLITE_OK : status;
	sqlite3_reset(insert);
}

static Str join_lines(const Str *texts, uint32_t count)
{
	Text joined = {0};

	for (uint32_t i = 0; i < count; i++)
		text_printf(&joined, "%s%s", i ? "\n" : "", str_text(texts[i]));
	Str result = str_intern(text_data(&joined));
	text_release(&joined);
	return result;
}

static void put_sites(Writer *writer, Table table, uint32_t node, const Sites *sites)
{
	for (uint32_t i = 0; i < sites->len; i++) {
		const Site *site = &sites->items[i];
		row_put(writer, table, "utppo", node, site->file, site->line, site->column, site->function);
	}
}

static void put_node(Writer *writer, uint32_t number, const Node *node)
{
	bool feature = node->kind == NODE_FEATURE;
	Str use = str_intern(feature ? feature_use_text(node->use) : "");

	row_put(writer, TABLE_NODES, "utktt" "oobbb" "obbb" "oeeo" "oob" "bbbobb",
	        number, node->id, node_kind_text(node->kind), node->name, node->label,
	        node->module, node->owner, node->declared, node->from_pack, node->is_assumed,
	        node->version, node->unstable, node->label_role, node->deprecated,
	        node->object, feature ? node->first : -1, feature ? node->last : -1, use,
	        join_lines(node->variants.items, node->variants.len), node->access, node->has_state,
	        !!(node->uses & CONSUME_COMPUTE), !!(node->uses & CONSUME_BRANCH), !!(node->uses & CONSUME_PERSIST),
	        join_lines(node->escapes.items, node->escapes.len), node->is_monitor, node->is_test);
	put_sites(writer, TABLE_SITES, number, &node->sites);
	put_sites(writer, TABLE_GUARDS, number, &node->guards);
	for (uint32_t i = 0; i < node->dead_stores.len; i++) {
		const Site *a = &node->dead_stores.items[i].site, *b = &node->dead_stores.items[i].by;
		row_put(writer, TABLE_DEAD_STORES, "utppooppo", number, a->file, a->line, a->column, a->function, b->file,
		        b->line, b->column, b->function);
	}
}

/* Numbers in the database start at 1, so 0 is none. */
static void put_steps(Writer *writer, uint32_t edge, uint32_t finding, const Steps *steps)
{
	for (uint32_t i = 0; i < steps->len; i++) {
		const Step *step = &steps->items[i];
		row_put(writer, TABLE_STEPS, "ppuoppokoo", edge, finding, i + 1, step->site.file, step->site.line,
		        step->site.column, step->site.function, dep_kind_text(step->kind), step->note, step->text);
	}
}

static void put_edge(Writer *writer, uint32_t number, const Edge *edge)
{
	row_put(writer, TABLE_EDGES, "uuukbbu", number, edge->from + 1, edge->to + 1, dep_kind_text(edge->kind),
	        edge->state, edge->unresolved, edge->paths);
	put_steps(writer, number, 0, &edge->witness);
}

static void put_finding(Writer *writer, uint32_t number, const Finding *finding)
{
	row_put(writer, TABLE_FINDINGS, "utkttotbob", number, finding->rule, level_text(finding->level), finding->subject,
	        finding->message, finding->advice, finding->fingerprint, finding->suppressed, finding->suppression,
	        finding->hidden);
	for (uint32_t i = 0; i < finding->nodes.len; i++)
		row_put(writer, TABLE_FINDING_NODES, "uu", number, finding->nodes.items[i] + 1);
	for (uint32_t i = 0; i < finding->parts.len; i++)
		row_put(writer, TABLE_FINDING_PARTS, "ut", number, finding->parts.items[i]);
	put_steps(writer, 0, number, &finding->witness);
}

static void put_run(Writer *writer, const Graph *graph)
{
	const Coverage *c = &graph->coverage;
	Metrics m;

	metrics_count(graph, &m);
	row_put(writer, TABLE_RUNS, "0o" "uuu" "uuf" "uuu" "uuu" "uuuu" "uu" "uuuu" "uuuu" "uuuu" "uuu",
	        graph->project,
	        m.nodes[NODE_SIGNAL], m.undeclared_signals, m.shared_signals,
	        m.nodes[NODE_FEATURE], m.unused_features, m.features_per_model,
	        m.nodes[NODE_MODEL], m.depth, m.nodes[NODE_PREDICTION],
	        m.nodes[NODE_CONSUMER], m.hidden_consumers, m.nodes[NODE_STORE],
	        graph->edges.len, m.edges[DEP_DATA], m.edges[DEP_INDEX], m.edges[DEP_CONTROL],
	        m.state_edges, m.unresolved_edges,
	        m.findings[LEVEL_ERROR], m.findings[LEVEL_WARNING], m.findings[LEVEL_NOTE], m.suppressed,
	        c->units, c->units_parsed, c->units_failed, c->units_skipped,
	        c->functions, c->functions_analysed, c->calls, c->calls_resolved,
	        c->features, c->features_resolved, c->unresolved.len);
}

static void put_definitions(Writer *writer, uint32_t number, const Node *node)
{
	for (uint32_t i = 0; i < node->definitions.len; i++) {
		const Definition *d = &node->definitions.items[i];
		row_put(writer, TABLE_DEFINITIONS, "uoppooob", number, d->site.file, d->site.line, d->site.column,
		        d->site.function, d->expression, d->variant, d->constant);
	}
}

static void put_code(Writer *writer, const Graph *graph)
{
	for (uint32_t i = 0; i < graph->dead_code.len; i++) {
		const DeadCode *d = &graph->dead_code.items[i];
		row_put(writer, TABLE_DEAD_CODE, "tppottt" "u", d->guard.file, d->guard.line, d->guard.column, d->guard.function,
		        d->flag, d->what, d->holds, d->lines);
	}
	for (CodeRole role = 0; role < CODE_COUNT; role++)
		row_put(writer, TABLE_CENSUS, "ku", code_role_text(role), graph->census[role]);
}

static void put_graph(Writer *writer, const Graph *graph)
{
	const Coverage *coverage = &graph->coverage;

	for (uint32_t i = 0; i < graph->nodes.len; i++)
		put_node(writer, i + 1, &graph->nodes.items[i]);
	for (uint32_t i = 0; i < graph->nodes.len; i++)
		put_definitions(writer, i + 1, &graph->nodes.items[i]);
	put_code(writer, graph);
	for (uint32_t i = 0; i < graph->edges.len; i++)
		put_edge(writer, i + 1, &graph->edges.items[i]);
	for (uint32_t i = 0; i < graph->findings.len; i++)
		put_finding(writer, i + 1, &graph->findings.items[i]);
	for (uint32_t i = 0; i < coverage->unresolved.len; i++) {
		const Unresolved *u = &coverage->unresolved.items[i];
		row_put(writer, TABLE_UNRESOLVED, "oppotou", u->site.file, u->site.line, u->site.column, u->site.function,
		        u->what, u->subject, u->features);
	}
	for (uint32_t i = 0; i < coverage->failed_units.len; i++)
		row_put(writer, TABLE_FAILED_UNITS, "t", coverage->failed_units.items[i]);
	put_run(writer, graph);
}

/* The statements of the schema that make indexes, or the others. */
static void run_schema(Writer *writer, bool indexes)
{
	static const char index[] = "CREATE INDEX";
	Text sql = {0};

	for (const char *line = database_sql; *line; line += *line == '\n') {
		size_t length = strcspn(line, "\n");
		if (!strncmp(line, index, strlen(index)) == indexes)
			text_printf(&sql, "%.*s\n", (int)length, line);
		line += length;
	}
	run_sql(writer, text_data(&sql));
	text_release(&sql);
}

/* Tables that a database of an earlier featdep may lack. */
static void add_tables(Writer *writer)
{
	for (const char *at = database_sql; (at = strstr(at, "CREATE TABLE IF NOT EXISTS"));) {
		const char *end = strstr(at, "\n);");
		Text sql = {0};
		text_printf(&sql, "%.*s\n);", (int)(end - at), at);
		run_sql(writer, text_data(&sql));
		text_release(&sql);
		at = end;
	}
}

/* Empties the tables of the last run. */
static void make_room(Writer *writer)
{
	Text sql = {0};

	add_tables(writer);
	for (Table table = 0; table < TABLE_RUNS; table++)
		text_printf(&sql, "DELETE FROM %s;", table_names[table]);
	run_sql(writer, text_data(&sql));
	text_release(&sql);
}

static bool is_damage(int status)
{
	return (status & 0xff) == SQLITE_NOTADB || (status & 0xff) == SQLITE_CORRUPT;
}

/* Why the database must not be written to, or NULL. */
static const char *find_distrust(Writer *writer, bool *is_new)
{
	int64_t objects = ask_number(writer, "SELECT count(*) FROM sqlite_master");
	int64_t application = ask_number(writer, "PRAGMA application_id");
	int64_t version = ask_number(writer, "PRAGMA user_version");

	*is_new = !objects && !application && !version;
	if (writer->status != SQLITE_OK)
		return is_damage(writer->status) ? "is damaged or no SQLite database" : NULL;
	if (*is_new)
		return NULL;
	if (application != DATABASE_APPLICATION)
		return "is a database of another program";
	if (version != DATABASE_VERSION)
		return version > DATABASE_VERSION ? "was written by a newer featdep" : "has an unknown version";
	return NULL;
}

static void writer_close(Writer *writer)
{
	for (Table table = 0; table < TABLE_COUNT; table++)
		sqlite3_finalize(writer->inserts[table]);
	sqlite3_close(writer->db);
}

/* Something that its owner added is kept, which only rows in the same file can do. */
static bool has_additions(Writer *writer)
{
	static const char *const forms[] = { "TABLE %s (", "EXISTS %s (", "INDEX %s ON", "VIEW %s AS" };
	sqlite3_stmt *names = NULL;
	bool all_known = true;

	if (writer->status == SQLITE_OK)
		writer->status = sqlite3_prepare_v2(writer->db, "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'", -1,
			&names, NULL);
	while (writer->status == SQLITE_OK && all_known && sqlite3_step(names) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(names, 0);
		bool known = false;
		for (size_t i = 0; i < sizeof forms / sizeof *forms && !known; i++) {
			Text form = {0};
			const char *gap = strchr(forms[i], '%');
			text_printf(&form, "%.*s%s%s", (int)(gap - forms[i]), forms[i], name, gap + 2);
			known = strstr(database_sql, text_data(&form)) != NULL;
			text_release(&form);
		}
		all_known = known;
	}
	sqlite3_finalize(names);
	return !all_known;
}

static void write_in_place(Writer *writer, const Graph *graph)
{
	run_sql(writer, "BEGIN IMMEDIATE");
	make_room(writer);
	if (writer->status == SQLITE_OK)
		put_graph(writer, graph);
	run_sql(writer, "COMMIT");
}

/* The runs of the database OLD; NULL: there is none. */
static void copy_runs(Writer *writer, const char *old)
{
	sqlite3_stmt *attach = NULL;

	if (!old || writer->status != SQLITE_OK)
		return;
	writer->status = sqlite3_prepare_v2(writer->db, "ATTACH ? AS old", -1, &attach, NULL);
	if (writer->status == SQLITE_OK) {
		sqlite3_bind_text(attach, 1, old, -1, SQLITE_STATIC);
		int status = sqlite3_step(attach);
		writer->status = status == SQLITE_DONE ? SQLITE_OK : status;
	}
	sqlite3_finalize(attach);
	run_sql(writer, "INSERT INTO main.runs SELECT * FROM old.runs; DETACH old");
}

/* Nobody else sees the file before it is renamed, so it needs no journal; indexes are made faster when the rows are
   there. */
static void write_rows(Writer *writer, const char *old, const Graph *graph)
{
	Text sql = {0};

	text_printf(&sql, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = %d; "
		"PRAGMA user_version = %d;", DATABASE_APPLICATION, DATABASE_VERSION);
	run_sql(writer, text_data(&sql));
	text_release(&sql);
	run_schema(writer, false);
	copy_runs(writer, old);
	run_sql(writer, "BEGIN");
	if (writer->status == SQLITE_OK)
		put_graph(writer, graph);
	run_schema(writer, true);
	run_sql(writer, "COMMIT");
}

static Str writer_problem(const Writer *writer)
{
	return str_intern(writer->db ? sqlite3_errmsg(writer->db) : sqlite3_errstr(writer->status));
}

/* A new file takes the place of PATH, whose runs go over when HAS_RUNS. */
static WriteResult write_new(const char *path, bool has_runs, const Graph *graph, Str *why)
{
	Writer writer = {0};
	Str temporary = str_format("%s.%ld.tmp", path, (long)getpid());

	writer.status = sqlite3_open_v2(str_text(temporary), &writer.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	if (writer.status == SQLITE_OK)
		write_rows(&writer, has_runs ? path : NULL, graph);
	bool damaged = is_damage(writer.status);
	WriteResult result = writer.status == SQLITE_OK ? WRITE_DONE : damaged ? WRITE_UNTRUSTED : WRITE_FAILED;
	if (result != WRITE_DONE)
		*why = result == WRITE_UNTRUSTED ? str_intern("is damaged") : writer_problem(&writer);
	writer_close(&writer);
	if (result == WRITE_DONE && rename(str_text(temporary), path)) {
		result = WRITE_FAILED;
		*why = str_intern(strerror(errno));
	}
	if (result != WRITE_DONE)
		unlink(str_text(temporary));
	return result;
}

/* WHY says why not, unless WRITE_DONE. */
static WriteResult write_to(const char *path, const Graph *graph, Str *why)
{
	Writer writer = {0};
	bool is_new = access(path, F_OK) != 0, in_place = false;
	const char *distrust = NULL;

	if (!is_new) {
		writer.status = sqlite3_open_v2(path, &writer.db, SQLITE_OPEN_READWRITE, NULL);
		if (writer.status == SQLITE_OK) {
			sqlite3_busy_timeout(writer.db, 10000);
			distrust = find_distrust(&writer, &is_new);
			in_place = !distrust && has_additions(&writer);
		}
		if (writer.status == SQLITE_OK && in_place)
			write_in_place(&writer, graph);
		if (!distrust && is_damage(writer.status))
			distrust = "is damaged";
	}
	WriteResult result = distrust ? WRITE_UNTRUSTED : writer.status == SQLITE_OK ? WRITE_DONE : WRITE_FAILED;
	if (result != WRITE_DONE)
		*why = distrust ? str_intern(distrust) : writer_problem(&writer);
	writer_close(&writer);
	return result == WRITE_DONE && !in_place ? write_new(path, !is_new, graph, why) : result;
}

bool database_write(const char *path, const Graph *graph, Diags *diags)
{
	Str file = str_intern(path), why = {0}, beside = str_format("%s.new", path);
	WriteResult result = write_to(path, graph, &why);

	if (result == WRITE_UNTRUSTED) {
		diag_add(diags, DIAG_WARNING, file, 0, 0, "the database %s and is left alone: writing to \"%s\"; move one of "
		         "them away", str_text(why), str_text(beside));
		file = beside;
		result = write_to(str_text(beside), graph, &why);
	}
	if (result != WRITE_DONE)
		diag_add(diags, DIAG_ERROR, file, 0, 0, "cannot write the database: %s", str_text(why));
	return result == WRITE_DONE;
}
