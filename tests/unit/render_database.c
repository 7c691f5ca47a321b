/* featdep.db: what is in it, that runs add up, and that a database that is not ours is never touched. */
#include "render/database.h"

#include "render/metrics.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/featdep-database-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static const char *path_of(const char *name)
{
	return str_text(str_format("%s/%s", folder, name));
}

static const char graph_lines[] =
	"signal:age @a.c:1:load declared module=rows\n"
	"signal:clock @a.c:2\n"
	"signal:age -> feature:f[0] @a.c:3 note=assigned @a.c:4\n"
	"signal:age -> feature:g[0]\n"
	"signal:clock -> feature:f[1] control unresolved\n"
	"feature:f[0] @a.c:4:extract label=f[AGE] guard=a.c:9\n"
	"feature:f[1] @a.c:5\n"
	"feature:f[2] @a.c:6:extract @a.c:8:extract use=never-read dead=a.c:6:8\n"
	"feature:f[0] -> model:m\n"
	"feature:f[1] -> model:m\n"
	"model:m @m.c:1 access=private has_state\n"
	"model:m -> prediction:m\n"
	"prediction:m -> feature:g[1] index state\n"
	"feature:g[0] -> model:n\n"
	"feature:g[1] -> model:n\n"
	"model:n -> prediction:n\n"
	"prediction:n -> store:s[x]\n"
	"store:s[x] -> consumer:late\n"
	"prediction:n -> consumer:report\n"
	"consumer:report @r.c:1 owner=sales computes escapes escape=file escape=log\n"
	"consumer:late @l.c:1 branches monitor test\n";

static Graph make_graph(void)
{
	Graph graph = { .project = str_intern("demo") };

	graph_read(&graph, graph_lines);
	Finding *finding = vec_add(&graph.findings);
	*finding = (Finding){ .rule = str_intern("hidden-consumer"), .level = LEVEL_WARNING,
		.subject = str_intern("consumer:report"), .message = str_intern("it's \"hidden\"; DROP TABLE nodes; --"),
		.advice = str_intern("declare it"), .fingerprint = str_intern("0123456789abcdef") };
	vec_push(&finding->nodes, graph_find(&graph, "consumer:report"));
	vec_push(&finding->witness, (Step){ { str_intern("r.c"), 1, 0, {0} }, str_intern("x = y;"), {0}, DEP_INDEX, 0 });
	vec_push(&graph.findings, (Finding){ .rule = str_intern("unused-feature"), .level = LEVEL_WARNING,
		.subject = str_intern("feature:f[2]"), .message = str_intern("m"), .fingerprint = str_intern("1"),
		.suppressed = true, .suppression = str_intern("soon") });
	vec_push(&graph.findings, (Finding){ .rule = str_intern("feedback-loop"), .level = LEVEL_NOTE,
		.subject = str_intern("model:m"), .message = str_intern("m"), .fingerprint = str_intern("2"), .hidden = true });
	vec_push(&graph.coverage.unresolved, (Unresolved){ .site = { str_intern("u.c"), 7, 1, {0} },
		.what = str_intern("inline assembly"), .features = 2 });
	vec_push(&graph.coverage.failed_units, str_intern("z.c: crashed"));
	graph.coverage.units = 9;
	graph.coverage.units_parsed = 8;
	return graph;
}

static bool write_database(const char *name, Diags *diags)
{
	Graph graph = make_graph();
	bool written = database_write(path_of(name), &graph, diags);

	graph_release(&graph);
	return written;
}

/* The rows of SQL, columns separated by '|', rows by newlines; NULL is "-". */
static Text ask(const char *name, const char *sql)
{
	Text answer = {0};
	sqlite3 *db = NULL;
	sqlite3_stmt *statement = NULL;

	assert_int_equal(sqlite3_open_v2(path_of(name), &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	while (sqlite3_step(statement) == SQLITE_ROW) {
		text_put(&answer, answer.len ? "\n" : "");
		for (int i = 0; i < sqlite3_column_count(statement); i++) {
			const char *value = (const char *)sqlite3_column_text(statement, i);
			text_printf(&answer, "%s%s", i ? "|" : "", value ? value : "-");
		}
	}
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return answer;
}

static void expect(const char *name, const char *sql, const char *expected)
{
	Text answer = ask(name, sql);

	assert_string_equal(text_data(&answer), expected);
	text_release(&answer);
}

static const struct { const char *sql, *answer; } questions[] = {
	{ "SELECT count(*) FROM nodes", "14" },
	{ "SELECT name, label, module, declared FROM nodes WHERE id = 'signal:age'", "age|age|rows|1" },
	{ "SELECT label, object, first, last, use, module FROM nodes WHERE id = 'feature:f[0]'",
	  "f[AGE]|f|0|0|read-by-model|-" },
	{ "SELECT access, has_state, first, use FROM nodes WHERE id = 'model:m'", "private|1|-|-" },
	{ "SELECT owner, computes, branches, persists, escapes FROM nodes WHERE id = 'consumer:report'",
	  "sales|1|0|0|file\nlog" },
	{ "SELECT monitor, test, escapes FROM nodes WHERE id = 'consumer:late'", "1|1|-" },
	{ "SELECT file, line, function FROM sites JOIN nodes USING (node) WHERE id = 'feature:f[2]'",
	  "a.c|6|extract\na.c|8|extract" },
	{ "SELECT file, line FROM guards JOIN nodes USING (node) WHERE id = 'feature:f[0]'", "a.c|9" },
	{ "SELECT line, by_line, by_function FROM dead_stores", "6|8|extract" },
	{ "SELECT count(*), sum(lines) FROM census", "9|0" },
	{ "SELECT count(*) FROM dead_code", "0" },
	{ "SELECT kind, state, unresolved FROM v_edges WHERE source = 'prediction:m'", "index|1|0" },
	{ "SELECT source, kind, unresolved FROM v_edges WHERE target = 'feature:f[1]'", "signal:clock|control|1" },
	{ "SELECT s.step, s.file, s.line, s.note FROM steps s JOIN v_edges e ON e.edge = s.edge"
	  " WHERE source = 'signal:age' AND target = 'feature:f[0]' ORDER BY step", "1|a.c|3|assigned\n2|a.c|4|-" },
	{ "SELECT message, suppressed FROM findings WHERE rule = 'hidden-consumer'",
	  "it's \"hidden\"; DROP TABLE nodes; --|0" },
	{ "SELECT suppression FROM findings WHERE suppressed", "soon" },
	{ "SELECT id FROM finding_nodes JOIN nodes USING (node)", "consumer:report" },
	{ "SELECT finding, edge, step, kind, text FROM steps WHERE finding IS NOT NULL", "1|-|1|index|x = y;" },
	{ "SELECT file, line, what, features FROM unresolved", "u.c|7|inline assembly|2" },
	{ "SELECT message FROM failed_units", "z.c: crashed" },
	{ "SELECT feature FROM v_features WHERE model = 'model:m' ORDER BY 1", "feature:f[0]\nfeature:f[1]" },
	{ "SELECT id, use, place FROM v_unused", "feature:f[2]|never-read|a.c:8" },
	{ "SELECT model, prediction, consumer, owner FROM v_consumers ORDER BY consumer",
	  "model:n|prediction:n|consumer:late|-\nmodel:n|prediction:n|consumer:report|sales" },
	{ "SELECT rule FROM v_findings", "hidden-consumer" },
	{ "SELECT project, signals, undeclared_signals, shared_signals, features, unused_features, features_per_model,"
	  " models, depth, predictions, consumers, hidden_consumers, stores FROM runs",
	  "demo|2|1|1|5|1|2.0|2|2|2|2|1|1" },
	{ "SELECT edges, data_edges, index_edges, control_edges, state_edges, unresolved_edges FROM runs", "13|11|1|1|1|1" },
	{ "SELECT errors, warnings, notes, suppressed, units, units_parsed, unresolved_places FROM runs", "0|1|0|1|9|8|1" },
	{ "PRAGMA user_version", "1" },
	{ "PRAGMA integrity_check", "ok" },
	{ "PRAGMA foreign_key_check", "" },
};

static void test_contents(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_true(write_database("a.db", &diags));
	assert_int_equal(diags.items.len, 0);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		expect("a.db", questions[i].sql, questions[i].answer);
	unlink(path_of("a.db"));
}

static void test_runs_add_up(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_true(write_database("a.db", &diags));
	Text first = ask("a.db", "SELECT * FROM nodes ORDER BY node");
	assert_true(write_database("a.db", &diags));
	Graph empty = {0};
	assert_true(database_write(path_of("a.db"), &empty, &diags));
	expect("a.db", "SELECT run, signals FROM runs ORDER BY run", "1|2\n2|2\n3|0");
	expect("a.db", "SELECT count(*) FROM nodes", "0");
	assert_true(write_database("a.db", &diags));
	expect("a.db", "SELECT max(run) FROM runs", "4");
	Text last = ask("a.db", "SELECT * FROM nodes ORDER BY node");
	assert_string_equal(text_data(&first), text_data(&last));
	expect("a.db", "PRAGMA integrity_check", "ok");
	assert_int_equal(diags.items.len, 0);
	text_release(&first);
	text_release(&last);
	unlink(path_of("a.db"));
}

static void run_sql(const char *name, const char *sql)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path_of(name), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* The file is left alone, the rows are in NAME.new, and one warning says so. */
static void expect_left_alone(const char *name, const char *reason)
{
	Text before = {0}, after = {0}, expected = {0};
	Diags diags = {0};
	const char *beside = str_text(str_format("%s.new", name));

	assert_true(file_read(path_of(name), &before));
	assert_true(write_database(name, &diags));
	assert_true(file_read(path_of(name), &after));
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.data, after.data, before.len);
	assert_int_equal(diags.items.len, 1);
	assert_int_equal(diags.items.items[0].level, DIAG_WARNING);
	text_printf(&expected, "the database %s and is left alone: writing to \"%s\"; move one of them away", reason,
	            path_of(beside));
	assert_string_equal(str_text(diags.items.items[0].message), text_data(&expected));
	expect(beside, "SELECT count(*) FROM nodes", "14");
	assert_true(write_database(name, &diags));
	expect(beside, "SELECT count(*) FROM runs", "2");
	unlink(path_of(beside));
	unlink(path_of(name));
	diags_release(&diags);
	text_release(&before);
	text_release(&after);
	text_release(&expected);
}

/* What its owner added to our database stays in it; otherwise a new file takes its place, and no other is left. */
static void test_additions_stay(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_true(write_database("a.db", &diags));
	run_sql("a.db", "CREATE TABLE mine AS SELECT count(*) AS x FROM nodes; CREATE INDEX my_index ON nodes(label)");
	assert_true(write_database("a.db", &diags));
	expect("a.db", "SELECT x FROM mine", "14");
	expect("a.db", "SELECT count(*) FROM runs", "2");
	expect("a.db", "SELECT count(*) FROM nodes", "14");
	run_sql("a.db", "DROP TABLE mine; DROP INDEX my_index");
	assert_true(write_database("a.db", &diags));
	expect("a.db", "SELECT count(*) FROM runs", "3");
	expect("a.db", "SELECT max(run) FROM runs", "3");
	expect("a.db", "SELECT count(*) > 15 FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL", "1");
	expect("a.db", "PRAGMA integrity_check", "ok");
	assert_int_equal(diags.items.len, 0);
	assert_int_equal(system(str_text(str_format("ls %s.*tmp* 2>/dev/null | grep .", path_of("a.db")))) == 0, 0);
	unlink(path_of("a.db"));
}

static void test_no_database(void **state)
{
	static const char junk[] = "this is a text file and long enough not to be taken for an empty database, ever and ever";

	(void)state;
	assert_true(file_write(path_of("a.db"), junk, sizeof junk - 1));
	expect_left_alone("a.db", "is damaged or no SQLite database");
}

static void test_of_another_program(void **state)
{
	(void)state;
	run_sql("a.db", "CREATE TABLE mine (x)");
	expect_left_alone("a.db", "is a database of another program");
}

static void test_newer(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_true(write_database("a.db", &diags));
	run_sql("a.db", "PRAGMA user_version = 99");
	expect_left_alone("a.db", "was written by a newer featdep");
}

/* A page in the middle is overwritten: the header and the schema are still fine. */
static void test_damaged(void **state)
{
	Diags diags = {0};
	Text content = {0};

	(void)state;
	assert_true(write_database("a.db", &diags));
	assert_true(file_read(path_of("a.db"), &content));
	assert_true(content.len > 20 * 4096);
	for (size_t page = 1; page < content.len / 4096; page++)
		if (content.data[page * 4096] == 13 || content.data[page * 4096] == 10)
			memset(content.data + page * 4096, 0x55, 200);
	assert_true(file_write(path_of("a.db"), content.data, content.len));
	text_release(&content);
	Graph graph = make_graph();
	assert_true(database_write(path_of("a.db"), &graph, &diags));
	assert_int_equal(diags.warnings, 1);
	expect("a.db.new", "SELECT count(*) FROM nodes", "14");
	graph_release(&graph);
	unlink(path_of("a.db"));
	unlink(path_of("a.db.new"));
	diags_release(&diags);
}

static void test_empty_file(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_true(file_write(path_of("a.db"), "", 0));
	assert_true(write_database("a.db", &diags));
	expect("a.db", "SELECT count(*) FROM nodes", "14");
	assert_int_equal(diags.items.len, 0);
	unlink(path_of("a.db"));
}

static void test_not_writable(void **state)
{
	Diags diags = {0};

	(void)state;
	assert_false(write_database("no/such/folder.db", &diags));
	assert_int_equal(diags.errors, 1);
	assert_string_equal(str_text(diags.items.items[0].message), "cannot write the database: unable to open database file");
	assert_int_equal(mkdir(path_of("a.db"), 0755), 0);
	assert_false(write_database("a.db", &diags));
	assert_int_equal(diags.errors, 2);
	rmdir(path_of("a.db"));
	diags_release(&diags);
}

static void test_foreign_text(void **state)
{
	Diags diags = {0};
	Graph graph = {0};

	(void)state;
	NodeId node = graph_node(&graph, NODE_SIGNAL, str_intern("bad\xff'name"));
	graph.nodes.items[node].label = str_intern("'); DROP TABLE nodes; --");
	assert_true(database_write(path_of("a.db"), &graph, &diags));
	expect("a.db", "SELECT label FROM nodes", "'); DROP TABLE nodes; --");
	graph_release(&graph);
	unlink(path_of("a.db"));
}

static void check_depth(const char *text, uint32_t depth, uint32_t shared)
{
	Graph graph = {0};
	Metrics metrics;

	graph_read(&graph, text);
	metrics_count(&graph, &metrics);
	assert_int_equal(metrics.depth, depth);
	assert_int_equal(metrics.shared_signals, shared);
	graph_release(&graph);
}

static void test_metrics(void **state)
{
	(void)state;
	check_depth("", 0, 0);
	check_depth("signal:s -> feature:x\nfeature:x -> model:a\n", 1, 0);
	check_depth("signal:s -> feature:x\nfeature:x -> model:a\nfeature:x -> model:b\n", 1, 1);
	check_depth("signal:s -> feature:x control\nfeature:x -> model:a\nfeature:x -> model:b\n", 1, 0);
	check_depth("model:a -> prediction:a\nprediction:a -> feature:x\nfeature:x -> model:b\nmodel:b -> prediction:b\n"
	            "prediction:b -> feature:y\nfeature:y -> model:c\n", 3, 0);
	check_depth("model:a -> prediction:a\nprediction:a -> feature:x\nfeature:x -> model:b\nmodel:b -> prediction:b\n"
	            "prediction:b -> feature:y\nfeature:y -> model:a\nprediction:b -> feature:z\nfeature:z -> model:c\n", 3, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contents), cmocka_unit_test(test_runs_add_up), cmocka_unit_test(test_no_database),
		cmocka_unit_test(test_additions_stay),
		cmocka_unit_test(test_of_another_program), cmocka_unit_test(test_newer), cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_empty_file), cmocka_unit_test(test_not_writable), cmocka_unit_test(test_foreign_text),
		cmocka_unit_test(test_metrics),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
