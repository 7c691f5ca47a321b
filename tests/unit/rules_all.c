/* Each rule: fires, does not, suppressed, through an unresolved edge; levels, exact messages, the order of findings. */
#include "rules/rule.h"

#include "graph/graph_check.h"
#include "model/graph_json.h"

#include "rules_text.h"

#include <unistd.h>

/* ---- the table ---- */

static void test_table(void **state)
{
	(void)state;
	assert_true(rules_count >= 8);
	for (size_t i = 0; i < rules_count; i++) {
		const Rule *rule = rules_all[i];
		assert_true(!i || strcmp(rules_all[i - 1]->id, rule->id) < 0);
		assert_ptr_equal(rule_find(rule->id), rule);
		assert_true(*rule->section && *rule->summary && rule->run);
		assert_non_null(strstr(rule->help, "\n    "));
		assert_non_null(strstr(rule->help, "Remedy: "));
		assert_true(rule->summary[strlen(rule->summary) - 1] != '.');
	}
	assert_null(rule_find("no-such-rule"));
}

/* The id is the name of the file with '-' for '_'. */
static void test_names(void **state)
{
	static const char *const names[] = {
#define RULE(name) #name,
#include "rules.def"
#undef RULE
	};

	(void)state;
	assert_int_equal(sizeof names / sizeof *names, rules_count);
	for (size_t i = 0; i < rules_count; i++) {
		assert_int_equal(strlen(names[i]), strlen(rules_all[i]->id));
		for (size_t k = 0; names[i][k]; k++)
			assert_int_equal(names[i][k] == '_' ? '-' : names[i][k], rules_all[i]->id[k]);
	}
}

static void test_empty(void **state)
{
	Trial *c = begin("");

	(void)state;
	run_rules(c);
	assert_int_equal(c->graph.findings.len, 0);
	assert_int_equal(c->diags.items.len, 0);
	end(c);
}

/* ---- hidden-consumer ---- */

static const char reported[] =
	"signal:age declared\n"
	"signal:age -> feature:f[0]\n"
	"feature:f[0] @src/rank.c:5\n"
	"feature:f[0] -> model:ctr\n"
	"model:ctr @src/rank.c:10:rank\n"
	"model:ctr -> prediction:ctr @src/rank.c:10\n"
	"prediction:ctr -> consumer:rank @src/rank.c:11\n"
	"consumer:rank @src/rank.c:11 computes\n"
	"prediction:ctr -> consumer:report @src/rank.c:12 note=returned @src/report.c:42\n"
	"consumer:report @src/report.c:42 branches\n";

static void test_hidden_consumer(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	add_consumer(c, "model:ctr", "rank_*");
	run_rules(c);
	const Finding *finding = expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:report",
	                                "consumer:report (src/report.c:42) reads prediction:ctr of model:ctr (src/rank.c:10) "
	                                "and is no declared consumer: it branches on it; returned at src/rank.c:12");
	assert_string_equal(str_text(finding->advice), "declare it under consumers: - { of: \"model:ctr\", function: \"report\" } "
	                    "and agree on what the reader may rely on");
	assert_int_equal(finding->witness.len, 2);
	assert_int_equal(finding->nodes.len, 3);
	assert_int_equal(count_of(c, "hidden-consumer"), 1);
	end(c);
}

static void test_hidden_consumer_declared(void **state)
{
	static const char *const of[] = { "model:ctr", "ctr", "model:*", "c*", "", "prediction:ctr" };

	(void)state;
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		Trial *c = begin(reported);
		add_consumer(c, of[i], "rep*");
		run_rules(c);
		assert_int_equal(count_of(c, "hidden-consumer"), 0);
		end(c);
	}
}

static void test_hidden_consumer_of_another_model(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	add_consumer(c, "model:ctr", "rank_*");
	add_consumer(c, "model:other", "report");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:report", NULL);
	end(c);
}

static void test_hidden_consumer_module(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	add_consumer(c, "model:ctr", "nobody");
	add_module(c, "ads", "src/**");
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
	c = begin(reported);
	add_consumer(c, "model:ctr", "nobody");
	add_module(c, "ads", "src/rank.c");
	add_module(c, "billing", "src/report.c");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:report", NULL);
	end(c);
}

static void test_hidden_consumer_private(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	c->graph.nodes.items[graph_find(&c->graph, "model:ctr")].access = str_intern("private");
	run_rules(c);
	const Finding *finding = expect(c, "hidden-consumer", LEVEL_ERROR, "consumer:report", NULL);
	assert_string_equal(str_text(finding->advice), "stop the access, since model:ctr is private, or declare it under "
	                    "consumers: - { of: \"model:ctr\", function: \"report\" } and agree on what the reader may rely on");
	end(c);
}

static void test_hidden_consumer_undeclared_model(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	run_rules(c);
	const Finding *finding = expect(c, "hidden-consumer", LEVEL_NOTE, "model:ctr",
	                                "model:ctr (src/rank.c:10) has no declared consumers and 1 undeclared reader: "
	                                "consumer:report (src/report.c:42)");
	assert_string_equal(str_text(finding->advice), "declare who may read it:\nconsumers:\n"
	                    "  - { of: \"model:ctr\", function: \"report\" }");
	assert_int_equal(count_of(c, "hidden-consumer"), 1);
	end(c);
}

/* rank is declared, or reported itself; what the model's own module computes is as good as the prediction. */
static const char behind[] = "feature:f -> model:m\nmodel:m @m.c:1\nmodel:m -> prediction:m\nprediction:m -> consumer:rank @r.c:2:rank\n"
	"consumer:rank @r.c:1 computes\nprediction:m -> consumer:show @s.c:2:show through=rank\nconsumer:show @s.c:1\n"
	"prediction:m -> consumer:post @m.c:5:post\nconsumer:post @m.c:5\nprediction:m -> consumer:bill @b.c:3:bill through=post\n"
	"consumer:bill @b.c:3\n";

static void test_hidden_consumer_behind(void **state)
{
	Trial *c = begin(behind);

	(void)state;
	run_rules(c);
	const Finding *finding = expect(c, "hidden-consumer", LEVEL_NOTE, "model:m", "model:m (m.c:1) has no declared consumers and 1 "
		"undeclared reader: consumer:rank (r.c:2); 2 more use only what others compute from the prediction: "
		"consumer:bill (b.c:3), consumer:show (s.c:2)");
	assert_string_equal(str_text(finding->advice), "declare who may read it:\nconsumers:\n  - { of: \"model:m\", function: \"rank\" }");
	add_consumer(c, "model:m", "rank");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:show", "consumer:show (s.c:1) reads what rank computes from "
		"prediction:m of model:m (m.c:1) and is no declared consumer: it uses it");
	assert_true(find(c, "hidden-consumer", "consumer:show")->hidden);
	assert_false(find(c, "hidden-consumer", "consumer:bill")->hidden);
	end(c);
	c = begin(behind);
	add_consumer(c, "model:m", "other");
	run_rules(c);
	assert_false(find(c, "hidden-consumer", "consumer:rank")->hidden);
	assert_true(find(c, "hidden-consumer", "consumer:show")->hidden);
	end(c);
	c = begin("feature:f -> model:m\nmodel:m @m.c:1\nmodel:m -> prediction:m\nprediction:m -> consumer:post @m.c:5:post\n"
		"consumer:post @m.c:5\nprediction:m -> consumer:bill @b.c:3:bill through=post\nconsumer:bill @b.c:3\n");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_NOTE, "model:m", "model:m (m.c:1) has no declared consumers and 1 undeclared reader of what "
		"its own module computes from the prediction: consumer:bill (b.c:3)");
	end(c);
}

/* The value itself counts, though a way to something computed from it is shorter; a mere return comes last. */
static void test_hidden_consumer_nearest(void **state)
{
	Trial *c = begin("feature:f -> model:m\nmodel:m @m.c:1\nmodel:m -> prediction:p\nmodel:m -> prediction:q\n"
		"prediction:p -> consumer:a @a.c:1 through=b\nprediction:q -> store:s\nstore:s -> consumer:a @a.c:2:a\n"
		"consumer:a @a.c:9\nprediction:p -> consumer:api @c.c:1\nconsumer:api @c.c:1 escapes escape=api\n");

	(void)state;
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_NOTE, "model:m", "model:m (m.c:1) has no declared consumers and 2 undeclared readers: "
		"consumer:a (a.c:2), consumer:api (c.c:1)");
	end(c);
}

static void test_hidden_consumer_typo(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	add_consumer(c, "model:ctr", "reprot");
	c->roles.roles.items[0].matches = 0;
	run_rules(c);
	const Finding *finding = expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:report", NULL);
	assert_non_null(strstr(str_text(finding->advice), "\"reprot\" (featdep.yml:12) names no function: did you mean "
	                       "\"report\"? Otherwise declare it"));
	end(c);
}

static void test_hidden_consumer_monitor_and_test(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	add_consumer(c, "model:ctr", "nobody");
	c->graph.nodes.items[graph_find(&c->graph, "consumer:report")].is_monitor = true;
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
	c = begin(reported);
	add_consumer(c, "model:ctr", "nobody");
	c->graph.nodes.items[graph_find(&c->graph, "consumer:report")].is_test = true;
	run_rules(c);
	assert_true(expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:report", NULL)->hidden);
	end(c);
}

/* A reader of the own module lets the prediction out. */
static void test_hidden_consumer_escape(void **state)
{
	static const struct { const char *escape; Level level; bool hidden; } escapes[] = {
		{ "file", LEVEL_WARNING, false }, { "database", LEVEL_WARNING, false }, { "network", LEVEL_WARNING, false },
		{ "global g_last", LEVEL_WARNING, false }, { "api", LEVEL_NOTE, false }, { "log", LEVEL_NOTE, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
		Trial *c = begin(reported);
		Node *rank = &c->graph.nodes.items[graph_find(&c->graph, "consumer:rank")];
		rank->uses = CONSUME_ESCAPE;
		vec_push(&rank->escapes, str_intern(escapes[i].escape));
		add_consumer(c, "model:ctr", "report");
		run_rules(c);
		const Finding *finding = expect(c, "hidden-consumer", escapes[i].level, "consumer:rank", NULL);
		assert_int_equal(finding->hidden, escapes[i].hidden);
		Text expected = {0};
		text_printf(&expected, "consumer:rank (src/rank.c:11) reads prediction:ctr of model:ctr (src/rank.c:10) and passes "
		            "it on to readers that are not declared: it lets it leave the program (%s)", escapes[i].escape);
		assert_string_equal(str_text(finding->message), text_data(&expected));
		text_release(&expected);
		end(c);
	}
}

static void test_hidden_consumer_store(void **state)
{
	Trial *c = begin("model:m @a.c:1\nmodel:m -> prediction:m\nprediction:m -> store:kv[score]\n"
	                "store:kv[score] -> consumer:batch\nconsumer:batch @other/b.c:7 computes owner=billing\n");

	(void)state;
	add_consumer(c, "model:m", "nobody");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:batch",
	       "consumer:batch (other/b.c:7) of billing reads prediction:m of model:m (a.c:1) and is no declared consumer: "
	       "it computes with it; by way of store:kv[score]");
	end(c);
}

static void test_hidden_consumer_unresolved(void **state)
{
	Trial *c = begin("model:m @a.c:1\nmodel:m -> prediction:m\nprediction:m -> consumer:c unresolved\nconsumer:c @b.c:2\n");

	(void)state;
	add_consumer(c, "model:m", "nobody");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:c",
	       "consumer:c (b.c:2) reads prediction:m of model:m (a.c:1) and is no declared consumer: it uses it; not certain: "
	       "1 of 1 edges of the path rest on code that could not be resolved");
	end(c);
}

/* What a condition on the prediction chose is not the prediction. */
static void test_hidden_consumer_control(void **state)
{
	Trial *c = begin("model:m @a.c:1\nmodel:m -> prediction:m\nprediction:m -> consumer:c control\nconsumer:c @b.c:2\n"
	                 "prediction:m -> consumer:d index\nconsumer:d @b.c:3\n");

	(void)state;
	add_consumer(c, "model:m", "nobody");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:d", NULL);
	assert_int_equal(count_of(c, "hidden-consumer"), 1);
	end(c);
}

static const char feature_read[] =
	"feature:f[0] @src/f.c:3\nfeature:f[1] @src/f.c:4\nfeature:f[0] -> model:m\nfeature:f[1] -> model:m\n"
	"model:m @src/m.c:9\nmodel:m -> prediction:m\nfeature:f[0] -> consumer:peek\nfeature:f[1] -> consumer:peek\n"
	"consumer:peek @src/peek.c:2 computes\n";

static void test_hidden_consumer_feature(void **state)
{
	Trial *c = begin(feature_read);

	(void)state;
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_WARNING, "consumer:peek",
	       "consumer:peek (src/peek.c:2) reads feature:f[0], feature:f[1] outside its module and is no declared consumer: "
	       "it computes with it");
	assert_int_equal(count_of(c, "hidden-consumer"), 1);
	end(c);
	c = begin(feature_read);
	add_consumer(c, "model:m", "peek");
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
	c = begin(feature_read);
	add_consumer(c, "feature:f[*]", "peek");
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
	Text text = {0};
	text_printf(&text, "%sfeature:g -> model:m\nsignal:s -> feature:g @src/peek.c:9:peek\n", feature_read);
	c = begin(text_data(&text)); /* it makes another input of the model */
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
	text_release(&text);
	c = begin(feature_read);
	add_module(c, "all", "src/**");
	run_rules(c);
	assert_int_equal(count_of(c, "hidden-consumer"), 0);
	end(c);
}

/* ---- unused-feature ---- */

static const struct { const char *text, *subject, *message; Level level; } unused[] = {
	{ "feature:f[0] @src/f.c:3:extract use=never-read", "feature:f[0]",
	  "feature:f[0] is computed at src/f.c:3 in extract and never read", LEVEL_WARNING },
	{ "feature:f[0] @src/f.c:3", "feature:f[0]", "feature:f[0] is computed at src/f.c:3 and never read", LEVEL_WARNING },
	{ "feature:rec.age @src/f.c:3 label=AGE use=never-read", "feature:rec.age",
	  "feature:rec.age (AGE) is computed at src/f.c:3 and never read", LEVEL_WARNING },
	{ "model:m\nfeature:f[0] @src/f.c:3 use=log-only\nfeature:f[0] -> consumer:dump\nconsumer:dump @log.c:1 escape=log",
	  "feature:f[0]", "feature:f[0] is computed at src/f.c:3 and read by no model, only by consumer:dump (log.c:1)",
	  LEVEL_WARNING },
	{ "model:m\nfeature:f[0] @src/f.c:3 use=log-only", "feature:f[0]",
	  "feature:f[0] is computed at src/f.c:3 and read by no model", LEVEL_WARNING },
	{ "model:m\nfeature:f[0] @f.c:3\nfeature:f[0] -> consumer:c\nconsumer:c @c.c:1", "feature:f[0]",
	  "feature:f[0] is computed at f.c:3 and read by no model, only by consumer:c (c.c:1)", LEVEL_WARNING },
	{ "feature:f[0] @src/f.c:3 use=overwritten dead=src/f.c:3:5", "feature:f[0]",
	  "feature:f[0] is assigned at src/f.c:3 and overwritten at src/f.c:5 before a model reads it", LEVEL_WARNING },
	{ "feature:f[0] @src/f.c:3 use=overwritten", "feature:f[0]",
	  "feature:f[0] is assigned at src/f.c:3 and overwritten before a model reads it", LEVEL_WARNING },
	{ "feature:f[0] -> model:m\nmodel:m @m.c:8\nfeature:f[1] -> model:m\nfeature:f[2] @f.c:7 use=beyond-count",
	  "feature:f[2]", "feature:f[2] is computed at f.c:7 and lies beyond the 2 elements that model:m (m.c:8) reads",
	  LEVEL_WARNING },
	{ "feature:f[2] @f.c:7 use=beyond-count", "feature:f[2]",
	  "feature:f[2] is computed at f.c:7 and lies beyond the elements that the model reads", LEVEL_WARNING },
	{ "feature:motion @f.c:7 use=not-asked", "feature:motion",
	  "feature:motion is emitted at f.c:7 under a name that no model asks for", LEVEL_WARNING },
	{ "feature:rec.old use=not-computed", "feature:rec.old", "feature:rec.old is declared and nothing computes it",
	  LEVEL_WARNING },
	{ "feature:rec.in use=not-computed\nsignal:rec.in @f.c:2", "feature:rec.in",
	  "feature:rec.in is declared and nothing here computes it: it comes in from outside", LEVEL_NOTE },
	{ "feature:rec.out @f.c:7 use=output", "feature:rec.out", "feature:rec.out is computed at f.c:7 and leaves through a "
	  "public interface: no consumer in the analysed program", LEVEL_NOTE },
	{ "signal:age declared\nsignal:age -> feature:f[0]\nfeature:f[0] @f.c:3 use=never-read", "feature:f[0]",
	  "feature:f[0] is computed at f.c:3 and never read; read only for it: signal:age", LEVEL_WARNING },
	{ "feature:f[0] @f.c:3 use=never-read assumed", "feature:f[0]", "feature:f[0] is computed at f.c:3 and never read; "
	  "not certain: an unknown function may read or write it", LEVEL_WARNING },
	{ "feature:f[0] -> model:m\nfeature:f[0] dead=f.c:3:4", "feature:f[0]",
	  "feature:f[0] is assigned at f.c:3 and overwritten at f.c:4 before anything reads the first value", LEVEL_WARNING },
};

static void test_unused_feature(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof unused / sizeof *unused; i++)
		expect_only(unused[i].text, "unused-feature", unused[i].level, unused[i].subject, unused[i].message);
}

static void test_used_feature(void **state)
{
	(void)state;
	expect_none("feature:f[0] -> model:m\n", "unused-feature");
	expect_none("feature:f[0] -> consumer:c\n", "unused-feature"); /* no model is known */
	expect_none("feature:a.x use=never-read\nfeature:a.x -> feature:f[0]\nfeature:f[0] -> model:m\n", "unused-feature");
	expect_none("feature:a.x -> store:s[k]\nstore:s[k] -> feature:f[0]\nfeature:f[0] -> model:m\n", "unused-feature");
	expect_none("feature:a.x -> feature:f[0] unresolved\nfeature:f[0] -> model:m\n", "unused-feature");
	expect_none("model:m\nfeature:gate use=guard\nfeature:a.x -> feature:gate\n", "unused-feature");
}

static void test_unused_ranges(void **state)
{
	Trial *c = begin("feature:f[0] -> model:m\nmodel:m @m.c:1\nfeature:f[1] @f.c:1 use=beyond-count label=f[A]\n"
	                "feature:f[2] @f.c:2 use=beyond-count\nfeature:f[3] @f.c:3 use=beyond-count label=f[B]\n"
	                "feature:f[5] @f.c:5 use=beyond-count\nfeature:f[6] @f.c:6 use=never-read\n"
	                "feature:f[7..9] @f.c:7 use=never-read\nfeature:g[10] use=never-read\n");

	(void)state;
	run_rules(c);
	const Finding *range = expect(c, "unused-feature", LEVEL_WARNING, "feature:f[1..3]",
	                              "feature:f[1..3] (f[A] … f[B]) is computed at f.c:1 and lies beyond the 1 element that "
	                              "model:m (m.c:1) reads");
	assert_int_equal(range->nodes.len, 3);
	expect(c, "unused-feature", LEVEL_WARNING, "feature:f[5]", NULL);
	assert_int_equal(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[6..9]", NULL)->nodes.len, 2);
	expect(c, "unused-feature", LEVEL_WARNING, "feature:g[10]", NULL);
	assert_int_equal(count_of(c, "unused-feature"), 4);
	end(c);
}

static void test_unused_range_split_by_suppression(void **state)
{
	Trial *c = begin("feature:f[0] use=never-read\nfeature:f[1] use=never-read\nfeature:f[2] use=never-read\n"
	                "feature:f[3] use=never-read\n");

	(void)state;
	add_suppression(c, "unused-feature", "feature:f[1]", "");
	add_suppression(c, "unused-feature", "feature:f[2]", "");
	run_rules(c);
	assert_false(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[0]", NULL)->suppressed);
	const Finding *finding = expect(c, "unused-feature", LEVEL_WARNING, "feature:f[1..2]", NULL);
	assert_true(finding->suppressed);
	assert_string_equal(str_text(finding->suppression), "because");
	assert_false(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[3]", NULL)->suppressed);
	assert_int_equal(c->diags.items.len, 0);
	end(c);
}

static void test_dead_store_range(void **state)
{
	Trial *c = begin("feature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:f[2] -> model:m\n"
	                "feature:f[0] dead=f.c:1:9\nfeature:f[1] dead=f.c:1:9\nfeature:f[2] dead=f.c:1:9 dead=f.c:2:9\n");

	(void)state;
	run_rules(c);
	const Finding *finding = expect(c, "unused-feature", LEVEL_WARNING, "feature:f[0..2]", NULL);
	assert_int_equal(finding->witness.len, 2);
	assert_string_equal(str_text(finding->witness.items[1].note), "overwritten");
	end(c);
}

/* ---- correction-cascade, gated-stage ---- */

static const char cascade[] =
	"model:a @a.c:1\nmodel:b @b.c:2\nmodel:a -> prediction:a @a.c:1\n"
	"prediction:a -> feature:b.x index state @s.c:3\nfeature:b.x -> model:b @b.c:2\n"
	"model:b -> prediction:b\nprediction:b -> consumer:rank\nconsumer:rank @r.c:5\n";

static void test_correction_cascade(void **state)
{
	Trial *c = begin(cascade);

	(void)state;
	run_rules(c);
	const Finding *finding = expect(c, "correction-cascade", LEVEL_WARNING, "model:b",
		"model:a (a.c:1) feeds feature:b.x of model:b (b.c:2): model:a → prediction:a → [index] feature:b.x → model:b; "
		"it arrives 1 invocation later; 1 prediction, 1 consumer downstream");
	assert_string_equal(str_text(finding->advice), "give model:a the features with which it handles the case itself, or "
	                    "accept model:b as a model of its own and release both together");
	assert_int_equal(finding->nodes.len, 4);
	assert_int_equal(finding->witness.len, 2);
	assert_int_equal(count_of(c, "correction-cascade"), 1);
	assert_int_equal(count_of(c, "gated-stage"), 0);
	end(c);
}

static void test_correction_merges(void **state)
{
	Trial *c = begin(cascade);

	(void)state;
	graph_read(&c->graph, "prediction:a -> consumer:rank\n");
	run_rules(c);
	assert_non_null(strstr(str_text(expect(c, "correction-cascade", LEVEL_WARNING, "model:b", NULL)->message),
	                       "; a correction: consumer:rank (r.c:5) reads both predictions"));
	end(c);
}

static void test_cascade_chain(void **state)
{
	Trial *c = begin("model:a -> prediction:a\nprediction:a -> feature:b.x\nfeature:b.x -> model:b\n"
	                "model:b -> prediction:b\nprediction:b -> store:s\nstore:s -> feature:c.x\n"
	                "feature:c.x -> model:c\nprediction:b -> feature:c.y unresolved\nfeature:c.y -> model:c\n");

	(void)state;
	run_rules(c);
	assert_int_equal(count_of(c, "correction-cascade"), 2);
	expect(c, "correction-cascade", LEVEL_WARNING, "model:c",
	       "model:b feeds feature:c.x, feature:c.y of model:c: model:b → prediction:b → feature:c.y → model:c; the chain is "
	       "3 models deep; not certain: 1 of 2 edges of the path rest on code that could not be resolved; nothing downstream");
	end(c);
}

static void test_no_cascade(void **state)
{
	(void)state;
	expect_none("feature:f[0] -> model:a\nfeature:f[0] -> model:b\nmodel:a -> prediction:a\n", "correction-cascade");
	expect_none("model:a -> prediction:a\nprediction:a -> feature:a.x state\nfeature:a.x -> model:a\n",
	            "correction-cascade");
}

static void test_gated_stage(void **state)
{
	static const char gated[] = "model:a @a.c:1\nmodel:b @b.c:2\nmodel:a -> prediction:a\n"
		"prediction:a -> feature:b.x control\nfeature:b.x -> model:b\n";

	(void)state;
	expect_none(gated, "correction-cascade");
	expect_only(gated, "gated-stage", LEVEL_NOTE, "model:b",
	            "model:a (a.c:1) decides what arrives in feature:b.x of model:b (b.c:2): model:a → prediction:a → [control] "
	            "feature:b.x → model:b");
}

/* ---- feedback-loop ---- */

static const char loop[] =
	"model:m @m.c:4\nmodel:m -> prediction:m @m.c:4\nprediction:m -> feature:f[4] control state @s.c:7\n"
	"feature:f[4] -> model:m @m.c:4\n";

static void test_feedback_loop(void **state)
{
	Trial *c = begin(loop);

	(void)state;
	run_rules(c);
	const Finding *finding = expect(c, "feedback-loop", LEVEL_WARNING, "model:m",
		"model:m (m.c:4) is fed with what it predicted before: model:m → prediction:m → [control] feature:f[4] → model:m; "
		"prediction:m → feature:f[4] outlives the invocation (s.c:7), under the condition at s.c:7");
	assert_false(finding->hidden);
	assert_int_equal(finding->nodes.len, 3);
	assert_int_equal(finding->witness.len, 3);
	assert_int_equal(count_of(c, "feedback-loop"), 1);
	end(c);
}

static void test_feedback_loop_guard(void **state)
{
	(void)state;
	expect_only("model:m -> prediction:m\nprediction:m -> feature:f[4] state @s.c:7\nfeature:f[4] guard=s.c:6\n"
	            "feature:f[4] -> model:m\n", "feedback-loop", LEVEL_WARNING, "model:m",
	            "model:m is fed with what it predicted before: model:m → prediction:m → feature:f[4] → model:m; "
	            "prediction:m → feature:f[4] outlives the invocation (s.c:7), only when the condition holds at s.c:6");
}

/* The condition nearest to the memory is the gate. */
static void test_feedback_loop_condition(void **state)
{
	(void)state;
	expect_only("model:m -> prediction:m\nprediction:m -> feature:f[4] control state @s.c:7 note=predicted @s.c:8 note=decides"
	            " @s.c:9 note=decides @s.c:10 note=assigned\nfeature:f[4] -> model:m\n",
	            "feedback-loop", LEVEL_WARNING, "model:m",
	            "model:m is fed with what it predicted before: model:m → prediction:m → [control] feature:f[4] → model:m; "
	            "prediction:m → feature:f[4] outlives the invocation (s.c:7), under the condition at s.c:9");
}

/* A whole array through one memory is one loop; a store on the way is one, too, however many edges persist. */
static void test_feedback_loop_is_one(void **state)
{
	(void)state;
	expect_only("model:m -> prediction:m\nprediction:m -> feature:f[0] state\nprediction:m -> feature:f[1] state\n"
	            "feature:f[0] -> model:m\nfeature:f[1] -> model:m\n", "feedback-loop", LEVEL_WARNING, "model:m", NULL);
	expect_only("model:m -> prediction:m\nprediction:m -> store:p[last]\nstore:p[last] -> store:p[sum] state\n"
	            "store:p[sum] -> store:p[sum] state\nstore:p[sum] -> feature:f[0] state\nfeature:f[0] -> model:m\n",
	            "feedback-loop", LEVEL_WARNING, "model:m", NULL);
}

static void test_feedback_two_models(void **state)
{
	Trial *c = begin("model:a -> prediction:a\nprediction:a -> feature:b.x\nfeature:b.x -> model:b\n"
	                "model:b -> prediction:b\nprediction:b -> feature:a.x state\nfeature:a.x -> model:a\n");

	(void)state;
	run_rules(c);
	assert_int_equal(count_of(c, "feedback-loop"), 1);
	assert_int_equal(expect(c, "feedback-loop", LEVEL_WARNING, "model:a", NULL)->nodes.len, 6);
	end(c);
}

static const struct { const char *text, *subject; } listed[] = {
	{ "model:m -> prediction:m.state\nprediction:m.state -> feature:run.state[0] state\nfeature:run.state[0] -> model:m",
	  "model:m" },
	{ "model:m has_state", "model:m" },
	{ "feature:f[0] -> model:m\nfeature:f[0] -> feature:f[0] state", "feature:f[0]" },
	{ "model:m -> prediction:m\nprediction:m -> feature:f[0]\nfeature:f[0] -> model:m", "model:m" },
};

static void test_feedback_listed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
		Trial *c = begin(listed[i].text);
		run_rules(c);
		assert_int_equal(count_of(c, "feedback-loop"), 1);
		assert_true(expect(c, "feedback-loop", LEVEL_NOTE, listed[i].subject, NULL)->hidden);
		end(c);
	}
}

static void test_no_feedback(void **state)
{
	(void)state;
	expect_none("model:m -> prediction:m\nprediction:m -> consumer:c state\nfeature:f[0] -> model:m\n", "feedback-loop");
	expect_none("feature:f[0] -> feature:f[1] state\nfeature:f[1] -> model:m\n", "feedback-loop");
}

static void test_feedback_unresolved(void **state)
{
	(void)state;
	expect_only("model:m -> prediction:m\nprediction:m -> store:s unresolved\nstore:s -> feature:f\nfeature:f -> model:m\n",
	            "feedback-loop", LEVEL_WARNING, "model:m",
	            "model:m is fed with what it predicted before: model:m → prediction:m → store:s → feature:f → model:m; "
	            "prediction:m → store:s outlives the invocation (text:2); not certain: 1 of 4 edges of the path rest on "
	            "code that could not be resolved");
}

/* ---- undeclared-source, unresolved-dependency, unmatched-manifest-entry ---- */

static void test_undeclared_source(void **state)
{
	Trial *c = begin("signal:clock @a.c:3\nsignal:clock -> feature:f[0]\nsignal:clock -> feature:f[1]\n"
	                "signal:run.in @b.c:1:run\nsignal:run.in -> feature:f[0]\nsignal:row.age @c.c:1:load\n"
	                "signal:row.age -> feature:f[1]\nsignal:known declared\nsignal:known -> feature:f[0]\n"
	                "signal:idle\nsignal:idle -> feature:f[2]\nfeature:f[0] -> model:m\nfeature:f[1] -> model:m\n");

	(void)state;
	run_rules(c);
	assert_int_equal(count_of(c, "undeclared-source"), 4);
	const Finding *first = expect(c, "undeclared-source", LEVEL_NOTE, "signal:clock",
	                              "signal:clock (a.c:3) is declared nowhere and 2 features rest on it: feature:f[0], "
	                              "feature:f[1], of model:m");
	const Finding *all = expect(c, "undeclared-source", LEVEL_NOTE, "signals",
	                            "3 undeclared sources feed the models: signal:clock, signal:row.age, signal:run.in");
	assert_string_equal(str_text(all->advice), "paste into the manifest, most used first:\nsignals:\n"
	                    "  - { global: \"clock\" }\n  - { field: \"row.age\" }\n  - { parameter: \"run(in)\" }");
	assert_true(first < all);
	assert_true(first->hidden && !all->hidden);
	assert_int_equal(all->parts.len, 3);
	assert_int_equal(all->witness.len, 3);
	assert_int_equal(vec_last(&all->witness)->site.line, 2); /* of the most used */
	expect(c, "undeclared-source", LEVEL_NOTE, "signal:row.age",
	       "signal:row.age (c.c:1) is declared nowhere and 1 feature rests on it: feature:f[1], of model:m");
	add_suppression(c, "undeclared-source", "signal:clock", "");
	run_rules(c);
	expect(c, "undeclared-source", LEVEL_NOTE, "signals",
	       "2 undeclared sources feed the models: signal:row.age, signal:run.in");
	add_suppression(c, "undeclared-source", "signal:row.age", "");
	run_rules(c);
	assert_null(find(c, "undeclared-source", "signals"));
	assert_false(find(c, "undeclared-source", "signal:run.in")->hidden);
	end(c);
}

/* What only decides between values of others is none of what a feature is made of, but all of one that has no other. */
static void test_undeclared_decision(void **state)
{
	Trial *c = begin("signal:limit -> feature:f[0] control\nsignal:clock -> feature:f[0]\nsignal:mode -> feature:f[1] control\n"
		"feature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:f[1] -> feature:f[2]\nfeature:f[2] -> model:m\n");

	(void)state;
	run_rules(c);
	assert_true(expect(c, "undeclared-source", LEVEL_NOTE, "signal:limit", "signal:limit is declared nowhere and 1 feature "
		"rests on it: feature:f[0], of model:m; it only decides between values that come from elsewhere")->hidden);
	expect(c, "undeclared-source", LEVEL_NOTE, "signal:mode",
	       "signal:mode is declared nowhere and 2 features rest on it: feature:f[1], feature:f[2], of model:m");
	expect(c, "undeclared-source", LEVEL_NOTE, "signals", "2 undeclared sources feed the models: signal:mode, signal:clock");
	assert_int_equal(c->graph.coverage.features_resolved, 0);
	end(c);
	c = begin("signal:limit -> feature:f[0] control\nsignal:clock declared\nsignal:clock -> feature:f[0]\nfeature:f[0] -> model:m\n");
	run_rules(c);
	assert_null(find(c, "undeclared-source", "signals"));
	assert_int_equal(c->graph.coverage.features_resolved, 1);
	end(c);
}

static void add_unresolved(Trial *c, uint32_t line, const char *subject)
{
	vec_push(&c->graph.coverage.unresolved, (Unresolved){ .site = { str_intern("u.c"), line, 1, str_intern("load") },
		.what = str_intern("call through unknown pointer"), .subject = str_intern(subject) });
}

/* Calls that could not be followed are told by unresolved-dependency. */
static void test_undeclared_gap(void **state)
{
	static const struct { const char *name; bool assumed, hidden; } rows[] = {
		{ "unknown function", true, true }, { "given_up", true, true }, { "given_up", false, false }, { "weather", true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("signal:s -> feature:f @a.c:1\nfeature:f -> model:m\n");
		Node *signal = &c->graph.nodes.items[graph_find(&c->graph, "signal:s")];
		signal->name = str_intern(rows[i].name);
		signal->is_assumed = rows[i].assumed;
		add_unresolved(c, 3, "given_up");
		run_rules(c);
		assert_int_equal(find(c, "undeclared-source", "signal:s")->hidden, rows[i].hidden);
		end(c);
	}
}

static void test_undeclared_function(void **state)
{
	Trial *c = begin("signal:read_sensor -> feature:f[0] @a.c:1\nfeature:f[0] -> model:m\n");

	(void)state;
	c->graph.edges.items[0].witness.items[0].text = str_intern("f[0] = read_sensor (3);");
	run_rules(c);
	assert_string_equal(str_text(expect(c, "undeclared-source", LEVEL_NOTE, "signal:read_sensor", NULL)->advice),
	                    "declare it under signals: - { function: \"read_sensor\", value: return }");
	end(c);
}

static void test_unresolved_dependency(void **state)
{
	Trial *c = begin("signal:s declared\nsignal:s -> feature:f[0] unresolved @u.c:9\n"
	                "signal:s -> feature:f[1] unresolved @u.c:5\nfeature:f[1] -> feature:f[2]\n"
	                "feature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:f[2] -> model:m\nfeature:f[3] -> model:m\n");

	(void)state;
	add_unresolved(c, 9, "fn");
	add_unresolved(c, 5, "table");
	add_unresolved(c, 3, "nothing_behind");
	run_rules(c);
	assert_int_equal(count_of(c, "unresolved-dependency"), 2);
	const Finding *first = expect(c, "unresolved-dependency", LEVEL_NOTE, "load: call through unknown pointer \"table\"",
		"call through unknown pointer \"table\" at u.c:5 in load could not be resolved: 2 features are behind it; "
		"1 of 4 features are fully resolved");
	const Finding *second = expect(c, "unresolved-dependency", LEVEL_NOTE, "load: call through unknown pointer \"fn\"", NULL);
	assert_true(first < second);
	end(c);
}

static void test_unresolved_places_are_one(void **state)
{
	Trial *c = begin("signal:s -> feature:f[0] unresolved @u.c:9 @u.c:5\nfeature:f[0] -> model:m\n");

	(void)state;
	add_unresolved(c, 9, "fn");
	add_unresolved(c, 5, "fn");
	run_rules(c);
	assert_int_equal(count_of(c, "unresolved-dependency"), 1);
	expect(c, "unresolved-dependency", LEVEL_NOTE, "load: call through unknown pointer \"fn\"",
	       "call through unknown pointer \"fn\" at u.c:5 in load and 1 more place there could not be resolved: 1 feature is "
	       "behind it; 0 of 1 features are fully resolved");
	end(c);
}

static void add_limit(Trial *c, uint32_t line, const char *subject)
{
	add_unresolved(c, line, subject);
	vec_last(&c->graph.coverage.unresolved)->what = str_intern("function given up: too deep or too large");
}

/* What a function calls that is too large is one note, after the place with the most features behind it. */
static void test_limits_are_one(void **state)
{
	Trial *c = begin("signal:s -> feature:f[0] unresolved @u.c:9\nsignal:s -> feature:f[1] unresolved @u.c:5\n"
	                 "feature:f[1] -> feature:f[2]\nfeature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:f[2] -> model:m\n");

	(void)state;
	add_limit(c, 9, "a");
	add_limit(c, 5, "b");
	add_unresolved(c, 9, "fn");
	run_rules(c);
	assert_int_equal(count_of(c, "unresolved-dependency"), 2);
	expect(c, "unresolved-dependency", LEVEL_NOTE, "load: function given up: too deep or too large",
	       "function given up: too deep or too large \"b\" at u.c:5 in load and 1 more place there could not be resolved: 3 "
	       "features are behind it; 0 of 3 features are fully resolved");
	expect(c, "unresolved-dependency", LEVEL_NOTE, "load: call through unknown pointer \"fn\"", NULL);
	end(c);
}

/* What code out of sight may hand to a function that takes features is no source of its own. */
static void test_undeclared_entrance(void **state)
{
	static const struct { RoleKind role; TargetKind target; const char *function; bool hidden; } rows[] = {
		{ ROLE_EMIT, TARGET_FUNCTION, "append", true }, { ROLE_PUT, TARGET_FUNCTION, "app*", true },
		{ ROLE_GET, TARGET_FUNCTION, "append", false }, { ROLE_EMIT, TARGET_PARAMETER, "append", false },
		{ ROLE_EMIT, TARGET_FUNCTION, "add", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("signal:append.score -> feature:f @a.c:1\nfeature:f -> model:m\n");
		vec_push(&c->roles.roles, (Role){ .kind = rows[i].role, .matches = 1,
			.target = { .kind = rows[i].target, .function = str_intern(rows[i].function) } });
		run_rules(c);
		assert_int_equal(find(c, "undeclared-source", "signal:append.score")->hidden, rows[i].hidden);
		end(c);
	}
}

static Role *add_entry(Trial *c, const char *entry, const char *nearest)
{
	vec_push(&c->roles.roles, (Role){ .kind = ROLE_SIGNAL, .entry = str_intern(entry), .nearest = str_intern(nearest),
		.file = str_intern("featdep.yml"), .line = 4, .column = 7 });
	return vec_last(&c->roles.roles);
}

static void test_unmatched_entry(void **state)
{
	Trial *c = begin("model:ctr\n");

	(void)state;
	add_entry(c, "function: sensor_raed", "sensor_read");
	add_entry(c, "function: nothing", "");
	add_entry(c, "function: nothing", ""); /* its second position */
	add_entry(c, "function: found", "")->matches = 1;
	add_entry(c, "function: of_a_pack", "")->from_pack = true;
	add_consumer(c, "model:crt", "rank");
	add_consumer(c, "model:*", "rank");
	vec_push(&c->roles.modules, (ModuleRule){ .name = str_intern("ads"), .path = str_intern("ads/**"),
		.file = str_intern("featdep.yml"), .line = 20, .column = 3 });
	run_rules(c);
	assert_int_equal(count_of(c, "unmatched-manifest-entry"), 4);
	const Finding *finding = expect(c, "unmatched-manifest-entry", LEVEL_WARNING, "function: sensor_raed",
		"the entry \"function: sensor_raed\" (featdep.yml:4) matches nothing in the program; the nearest is \"sensor_read\"");
	assert_string_equal(str_text(finding->advice), "did you mean \"sensor_read\"? Otherwise remove the entry");
	expect(c, "unmatched-manifest-entry", LEVEL_WARNING, "function: nothing",
	       "the entry \"function: nothing\" (featdep.yml:4) matches nothing in the program");
	expect(c, "unmatched-manifest-entry", LEVEL_WARNING, "of: model:crt",
	       "the entry \"of: model:crt\" (featdep.yml:12) matches nothing in the graph; the nearest is \"model:ctr\"");
	expect(c, "unmatched-manifest-entry", LEVEL_WARNING, "module: ads, path: ads/**",
	       "the entry \"module: ads, path: ads/**\" (featdep.yml:20) matches no file");
	end(c);
}

static void test_unmatched_ensemble(void **state)
{
	Trial *c = begin("model:ctr\n");

	(void)state;
	Ensemble *ensemble = vec_add(&c->roles.ensembles);
	ensemble->name = str_intern("blend");
	vec_push(&ensemble->models, str_intern("ctr"));
	vec_push(&ensemble->models, str_intern("cvr"));
	run_rules(c);
	assert_int_equal(count_of(c, "unmatched-manifest-entry"), 1);
	expect(c, "unmatched-manifest-entry", LEVEL_WARNING, "ensemble: blend, model: cvr", NULL);
	end(c);
}

/* ---- settings, suppressions, order ---- */

static const char mixed[] = "feature:f[0] use=never-read\nfeature:g.out use=output\n";

static const struct { const char *setting; Level warning, note; } settings[] = {
	{ "", LEVEL_WARNING, LEVEL_NOTE }, { "error", LEVEL_ERROR, LEVEL_NOTE }, { "warning", LEVEL_WARNING, LEVEL_NOTE },
	{ "note", LEVEL_NOTE, LEVEL_NOTE }, { "off", LEVEL_OFF, LEVEL_OFF },
};

static void test_settings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		Trial *c = begin(mixed);
		add_setting(c, "unused-feature", settings[i].setting);
		run_rules(c);
		const Finding *warning = find(c, "unused-feature", "feature:f[0]");
		const Finding *note = find(c, "unused-feature", "feature:g.out");
		assert_int_equal(warning ? warning->level : LEVEL_OFF, settings[i].warning);
		assert_int_equal(note ? note->level : LEVEL_OFF, settings[i].note);
		end(c);
	}
}

static void test_setting_caps_errors(void **state)
{
	Trial *c = begin(reported);

	(void)state;
	c->graph.nodes.items[graph_find(&c->graph, "model:ctr")].access = str_intern("private");
	add_setting(c, "hidden-consumer", "note");
	run_rules(c);
	expect(c, "hidden-consumer", LEVEL_NOTE, "consumer:report", NULL);
	end(c);
}

static void expect_diag(const Trial *c, DiagLevel level, const char *message)
{
	assert_int_equal(c->diags.items.len, 1);
	assert_string_equal(str_text(c->diags.items.items[0].message), message);
	assert_int_equal(c->diags.items.items[0].level, level);
	assert_string_equal(str_text(c->diags.items.items[0].file), "featdep.yml");
}

static void test_unknown_rules(void **state)
{
	Trial *c = begin(mixed);

	(void)state;
	add_setting(c, "unused-feture", "off");
	run_rules(c);
	expect_diag(c, DIAG_WARNING, "setting of unknown rule \"unused-feture\": did you mean \"unused-feature\"?");
	end(c);
	c = begin(mixed);
	add_suppression(c, "hiden-consumer", "x", "");
	run_rules(c);
	expect_diag(c, DIAG_WARNING, "suppression of unknown rule \"hiden-consumer\": did you mean \"hidden-consumer\"?");
	end(c);
	c = begin(mixed);
	add_setting(c, "zzz", "off");
	run_rules(c);
	assert_non_null(strstr(str_text(c->diags.items.items[0].message),
	                       "setting of unknown rule \"zzz\": the rules are bare-slot, constant-feature, "));
	end(c);
}

static const struct { const char *subject, *until; bool applied; } suppressions[] = {
	{ "feature:f[0]", "", true }, { "feature:*", "", true }, { "feature:f[*]", "", true },
	{ "feature:f[0]", "2026-01-02", true }, { "feature:f[0]", "2026-01-01", true }, { "feature:f[0]", "2025-12-31", false },
	{ "feature:g", "", false }, { "f[0]", "", false },
};

static void test_suppressions(void **state)
{
	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1767225600", 1); /* 2026-01-01 */
	for (size_t i = 0; i < sizeof suppressions / sizeof *suppressions; i++) {
		Trial *c = begin(mixed);
		add_suppression(c, "unused-feature", suppressions[i].subject, suppressions[i].until);
		run_rules(c);
		const Finding *finding = expect(c, "unused-feature", LEVEL_WARNING, "feature:f[0]", NULL);
		assert_int_equal(finding->suppressed, suppressions[i].applied);
		assert_string_equal(str_text(finding->suppression), suppressions[i].applied ? "because" : "");
		assert_int_equal(count_of(c, "stale-suppression"), !suppressions[i].applied);
		end(c);
	}
	unsetenv("SOURCE_DATE_EPOCH");
}

static void test_suppression_diagnostics(void **state)
{
	Trial *c = begin(mixed);

	(void)state;
	add_suppression(c, "unused-feature", "feature:none", "");
	run_rules(c);
	expect(c, "stale-suppression", LEVEL_NOTE, "unused-feature: feature:none",
	       "the suppression of unused-feature for \"feature:none\" (featdep.yml:9) matches no finding");
	end(c);
	c = begin(mixed);
	add_suppression(c, "unused-feature", "feature:f[0]", "1999-01-01");
	run_rules(c);
	expect(c, "stale-suppression", LEVEL_NOTE, "unused-feature: feature:f[0]",
	       "the suppression of unused-feature for \"feature:f[0]\" (featdep.yml:9) ended on 1999-01-01: its findings "
	       "count again");
	end(c);
}

static void test_suppression_of_another_rule(void **state)
{
	Trial *c = begin(mixed);

	(void)state;
	add_suppression(c, "hidden-consumer", "feature:f[0]", "");
	run_rules(c);
	assert_false(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[0]", NULL)->suppressed);
	end(c);
}

/* ---- comments in the source ---- */

/* The feature is assigned in line 4 of a.c and overwritten in line 9; elements 1 and 2 are in lines 6 and 7. */
static const struct { const char *rule, *file; unsigned line, last; bool alone; const char *until; bool applies; } comments[] = {
	{ "unused-feature", "a.c", 4, 4, false, "", true },
	{ "unused-feature", "a.c", 3, 3, true, "", true },
	{ "unused-feature", "a.c", 3, 3, false, "", false }, /* of the code in that line */
	{ "unused-feature", "a.c", 1, 3, true, "", true },
	{ "unused-feature", "a.c", 5, 5, true, "", false },
	{ "unused-feature", "b.c", 4, 4, false, "", false },
	{ "stale-state", "a.c", 4, 4, false, "", false },
	{ "unused-feature", "a.c", 4, 4, false, "2999-01-01", true },
	{ "unused-feature", "a.c", 4, 4, false, "1999-01-01", false },
	{ "unused-feature", "a.c", 8, 8, false, "", true },  /* of the assignment that is lost */
};

static void add_comment(Trial *c, const char *rule, const char *file, unsigned line, unsigned last, bool alone)
{
	vec_push(&c->roles.suppressions, (Suppression){ .rule = str_intern(rule), .reason = str_intern("kept"),
		.file = str_intern(file), .line = line, .column = 3, .in_source = true, .alone = alone, .last = last });
}

static void test_comments(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof comments / sizeof *comments; i++) {
		Trial *c = begin("feature:f[0] @a.c:4 use=overwritten dead=a.c:8:9\n");
		add_comment(c, comments[i].rule, comments[i].file, comments[i].line, comments[i].last, comments[i].alone);
		c->roles.suppressions.items[0].until = str_intern(comments[i].until);
		run_rules(c);
		const Finding *finding = expect(c, "unused-feature", LEVEL_WARNING, "feature:f[0]", NULL);
		if (finding->suppressed != comments[i].applies || finding->suppressed_in_source != comments[i].applies)
			fail_msg("row %zu", i);
		assert_string_equal(str_text(finding->suppression), comments[i].applies ? "kept" : "");
		assert_int_equal(count_of(c, "stale-suppression"), !comments[i].applies);
		end(c);
	}
}

static const char row[] = "feature:f[1] @a.c:6 use=never-read\nfeature:f[2] @a.c:7 use=never-read\n";

/* Elements in a row are parted by comments, each about its own. */
static void test_comments_part_groups(void **state)
{
	Trial *c = begin(row);

	(void)state;
	add_comment(c, "unused-feature", "a.c", 7, 7, false);
	run_rules(c);
	assert_false(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[1]", NULL)->suppressed);
	assert_true(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[2]", NULL)->suppressed);
	end(c);
	c = begin(row);
	add_comment(c, "unused-feature", "a.c", 7, 7, false);
	add_comment(c, "unused-feature", "a.c", 6, 6, false);
	run_rules(c);
	assert_int_equal(count_of(c, "unused-feature"), 2);
	assert_true(find(c, "unused-feature", "feature:f[1]")->suppressed);
	assert_true(find(c, "unused-feature", "feature:f[2]")->suppressed);
	assert_int_equal(count_of(c, "stale-suppression"), 0);
	end(c);
	c = begin("feature:f[1] @a.c:6 use=never-read\nfeature:f[2] @a.c:6 use=never-read\n");
	add_comment(c, "unused-feature", "a.c", 6, 6, false);
	run_rules(c);
	assert_true(expect(c, "unused-feature", LEVEL_WARNING, "feature:f[1..2]", NULL)->suppressed);
	end(c);
}

/* What is about nothing in the graph has only the place that is shown. */
static void test_comment_at_the_place(void **state)
{
	for (unsigned line = 1; line <= 2; line++) {
		Trial *c = begin("");
		vec_push(&c->graph.dead_code, (DeadCode){ .guard = { str_intern("a.c"), 1, 1, str_intern("run") },
			.flag = str_intern("use_v2"), .what = str_intern("variable never written"), .holds = str_intern("calls predict") });
		add_comment(c, "dead-experiment", "a.c", line, line, false);
		run_rules(c);
		assert_int_equal(find(c, "dead-experiment", "use_v2: run")->suppressed, line == 1);
		end(c);
	}
	(void)state;
}

static void test_stale_comments(void **state)
{
	Trial *c = begin("feature:f[0] @a.c:4 use=never-read\n");

	(void)state;
	add_suppression(c, "unused-feature", "feature:f[0]", "");
	add_comment(c, "unused-feature", "a.c", 4, 4, false); /* matches as well */
	add_comment(c, "hidden-consumer", "b.c", 7, 7, false);
	run_rules(c);
	assert_false(find(c, "unused-feature", "feature:f[0]")->suppressed_in_source);
	assert_int_equal(count_of(c, "stale-suppression"), 1);
	expect(c, "stale-suppression", LEVEL_NOTE, "hidden-consumer: b.c",
	       "the comment that ignores hidden-consumer (b.c:7) matches no finding");
	c->graph.coverage.units_failed = 1; /* the finding may be there */
	run_rules(c);
	assert_int_equal(count_of(c, "stale-suppression"), 0);
	end(c);
}

static const char everything[] =
	"signal:x -> feature:f[0] unresolved\nfeature:f[0] -> model:a\nmodel:a access=private @a.c:1\n"
	"model:a -> prediction:a\nprediction:a -> feature:b.x state\nfeature:b.x -> model:b\nmodel:b -> prediction:b\n"
	"prediction:b -> feature:f[1] state\nfeature:f[1] -> model:a\nprediction:a -> consumer:c\nconsumer:c @c.c:1\n"
	"feature:f[2] use=never-read\n";

static void test_order_and_fingerprints(void **state)
{
	Trial *c = begin(everything), *again = begin(everything);
	Text problem = {0};

	(void)state;
	run_rules(c);
	run_rules(again);
	rules_run(&again->graph, &again->roles, &again->diags);
	assert_true(graph_check(&c->graph, &problem));
	assert_int_equal(c->graph.findings.len, again->graph.findings.len);
	assert_true(c->graph.findings.len >= 5);
	for (uint32_t i = 0; i < c->graph.findings.len; i++) {
		const Finding *finding = &c->graph.findings.items[i], *same = &again->graph.findings.items[i];
		assert_true(str_equal(finding->fingerprint, same->fingerprint));
		assert_true(str_equal(finding->message, same->message));
		for (uint32_t k = 0; k < i; k++)
			assert_false(str_equal(finding->fingerprint, c->graph.findings.items[k].fingerprint));
		if (!i)
			continue;
		const Finding *before = finding - 1;
		assert_true(before->level >= finding->level);
		assert_true(before->level > finding->level || str_compare(before->rule, finding->rule) <= 0);
	}
	assert_int_equal(c->graph.findings.items[0].level, LEVEL_ERROR);
	end(c);
	end(again);
}

/* A graph that was read from a file is judged like the one that was written. */
static void test_graph_from_json(void **state)
{
	Trial *c = begin(everything), *read = begin("");
	Text json = {0}, once = {0}, twice = {0};

	(void)state;
	run_rules(c);
	graph_json_print(&c->graph, &json);
	assert_true(graph_json_parse(text_data(&json), json.len, str_intern("graph.json"), &read->graph, &read->diags));
	rules_run(&read->graph, &read->roles, &read->diags);
	graph_json_print(&c->graph, &once);
	graph_json_print(&read->graph, &twice);
	assert_string_equal(text_data(&once), text_data(&twice));
	text_release(&json);
	text_release(&once);
	text_release(&twice);
	end(c);
	end(read);
}

/* Neither lines nor other nodes are in it. */
static void test_fingerprint_is_semantic(void **state)
{
	Trial *c = begin("feature:f[0] @a.c:3 use=never-read\n"), *moved = begin("model:m\nfeature:f[0] @x/b.c:9 use=log-only\n");
	Trial *other = begin("feature:f[1] @a.c:3 use=never-read\n"), *same = begin("feature:f[0] @x/b.c:9 use=never-read\n");

	(void)state;
	run_rules(c);
	run_rules(moved);
	run_rules(other);
	run_rules(same);
	Str fingerprint = c->graph.findings.items[0].fingerprint;
	assert_true(str_equal(fingerprint, same->graph.findings.items[0].fingerprint));
	assert_false(str_equal(fingerprint, moved->graph.findings.items[0].fingerprint));
	assert_false(str_equal(fingerprint, other->graph.findings.items[0].fingerprint));
	end(c);
	end(moved);
	end(other);
	end(same);
}

static void test_node_places(void **state)
{
	Node node = { .kind = NODE_SIGNAL, .id = str_intern("signal:a") };
	Text text = {0};

	(void)state;
	put_node(&text, &node);
	text_char(&text, '\n');
	graph_add_site(&node.sites, (Site){ .function = str_intern("f") });
	put_node(&text, &node);
	text_char(&text, '\n');
	graph_add_site(&node.sites, (Site){ .file = str_intern("a.c"), .line = 3 });
	put_node(&text, &node);
	assert_string_equal(text_data(&text), "signal:a\nsignal:a\nsignal:a (a.c:3)");
	vec_release(&node.sites);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table), cmocka_unit_test(test_names), cmocka_unit_test(test_empty),
		cmocka_unit_test(test_node_places),
		cmocka_unit_test(test_hidden_consumer), cmocka_unit_test(test_hidden_consumer_declared),
		cmocka_unit_test(test_hidden_consumer_of_another_model), cmocka_unit_test(test_hidden_consumer_module),
		cmocka_unit_test(test_hidden_consumer_private), cmocka_unit_test(test_hidden_consumer_undeclared_model),
		cmocka_unit_test(test_hidden_consumer_behind), cmocka_unit_test(test_hidden_consumer_nearest),
		cmocka_unit_test(test_hidden_consumer_typo), cmocka_unit_test(test_hidden_consumer_monitor_and_test),
		cmocka_unit_test(test_hidden_consumer_escape), cmocka_unit_test(test_hidden_consumer_store),
		cmocka_unit_test(test_hidden_consumer_control), cmocka_unit_test(test_hidden_consumer_unresolved), cmocka_unit_test(test_hidden_consumer_feature),
		cmocka_unit_test(test_unused_feature), cmocka_unit_test(test_used_feature), cmocka_unit_test(test_unused_ranges),
		cmocka_unit_test(test_unused_range_split_by_suppression), cmocka_unit_test(test_dead_store_range),
		cmocka_unit_test(test_correction_cascade), cmocka_unit_test(test_correction_merges),
		cmocka_unit_test(test_cascade_chain), cmocka_unit_test(test_no_cascade), cmocka_unit_test(test_gated_stage),
		cmocka_unit_test(test_feedback_loop), cmocka_unit_test(test_feedback_loop_guard),
		cmocka_unit_test(test_feedback_loop_condition), cmocka_unit_test(test_feedback_loop_is_one), cmocka_unit_test(test_feedback_two_models),
		cmocka_unit_test(test_feedback_listed), cmocka_unit_test(test_no_feedback),
		cmocka_unit_test(test_feedback_unresolved), cmocka_unit_test(test_undeclared_source),
		cmocka_unit_test(test_undeclared_decision), cmocka_unit_test(test_undeclared_gap), cmocka_unit_test(test_undeclared_function), cmocka_unit_test(test_unresolved_dependency),
		cmocka_unit_test(test_unresolved_places_are_one), cmocka_unit_test(test_limits_are_one),
		cmocka_unit_test(test_undeclared_entrance), cmocka_unit_test(test_unmatched_entry),
		cmocka_unit_test(test_unmatched_ensemble), cmocka_unit_test(test_settings),
		cmocka_unit_test(test_setting_caps_errors), cmocka_unit_test(test_unknown_rules),
		cmocka_unit_test(test_suppressions), cmocka_unit_test(test_suppression_diagnostics),
		cmocka_unit_test(test_suppression_of_another_rule), cmocka_unit_test(test_comments),
		cmocka_unit_test(test_comments_part_groups), cmocka_unit_test(test_comment_at_the_place),
		cmocka_unit_test(test_stale_comments), cmocka_unit_test(test_order_and_fingerprints),
		cmocka_unit_test(test_fingerprint_is_semantic), cmocka_unit_test(test_graph_from_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
