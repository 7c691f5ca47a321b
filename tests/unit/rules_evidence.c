/* What findings say and show besides their rule: counts, places, reasons, doubts, and the nodes and steps behind them. */
#include "rules_text.h"

#include <unistd.h>

static Node *node(Trial *c, const char *id)
{
	NodeId found = graph_find(&c->graph, id);

	assert_int_not_equal(found, NONE);
	return &c->graph.nodes.items[found];
}

/* The finding of RULE about SUBJECT, whose message has PART in it. */
static const Finding *expect_part(const Trial *c, const char *rule, const char *subject, const char *part)
{
	const Finding *finding = find(c, rule, subject);

	if (!finding)
		fail_msg("no %s about %s", rule, subject);
	if (!strstr(str_text(finding->message), part))
		fail_msg("%s: no \"%s\" in: %s", rule, part, str_text(finding->message));
	return finding;
}

static void expect_no_part(const Finding *finding, const char *part)
{
	if (strstr(str_text(finding->message), part))
		fail_msg("\"%s\" in: %s", part, str_text(finding->message));
}

static void define_at(Trial *c, const char *id, const char *expression, const char *function, const char *variant)
{
	Definition *one = vec_add(&node(c, id)->definitions);

	one->site = (Site){ str_intern("a.c"), 10 + node(c, id)->definitions.len, 1, str_intern(function) };
	one->expression = str_intern(expression);
	one->variant = str_intern(variant);
	one->same = one->expression;
}

static const char inputs[] =
	"signal:s declared @a.c:1:run\nsignal:s -> feature:f[0]\nfeature:f[0] @a.c:5:run\n"
	"feature:f[0] -> model:m\nmodel:m @a.c:9:run\nmodel:m -> prediction:m\n";

static void test_bare_slots(void **state)
{
	Text text = {0};

	(void)state;
	text_put(&text, inputs);
	for (int i = 1; i < 10; i++)
		text_printf(&text, "feature:f[%d] -> model:m\nfeature:f[%d] -> model:m\n", i, i);
	Trial *c = begin(text_data(&text));
	add_setting(c, "bare-slot", "note");
	run_rules(c);
	expect(c, "bare-slot", LEVEL_NOTE, "model:m", "model:m (a.c:9): 10 of its 10 inputs are slots without a name: f[0] from "
	       "signal:s, f[1], f[2], f[3], f[4], f[5], f[6], f[7] and 2 more");
	end(c);
	text_release(&text);
}

static void test_bare_predictions(void **state)
{
	Trial *c = begin("feature:f -> model:m\nmodel:m @core/a.c:9\nmodel:m -> prediction:m\n"
		"prediction:m -> consumer:far\nconsumer:far @rest/b.c:3\nprediction:m -> consumer:near\nconsumer:near @core/a.c:4\n"
		"prediction:m -> consumer:lost\n");

	(void)state;
	add_setting(c, "bare-slot", "note");
	add_module(c, "core", "core/**");
	add_module(c, "rest", "rest/**");
	run_rules(c);
	expect(c, "bare-slot", LEVEL_NOTE, "prediction:m", "prediction:m crosses modules as a plain number, to consumer:far");
	end(c);
}

static void test_constant(void **state)
{
	for (int assumed = 0; assumed < 2; assumed++) {
		Trial *c = begin("feature:f[0] -> model:m\n");
		define_at(c, "feature:f[0]", "1", "run", "");
		node(c, "feature:f[0]")->definitions.items[0].constant = true;
		node(c, "feature:f[0]")->is_assumed = assumed;
		run_rules(c);
		const Finding *finding = expect(c, "constant-feature", LEVEL_WARNING, "feature:f[0]", assumed
			? "feature:f[0] is 1 at every inference of model:m; not certain: an unknown function may write it"
			: "feature:f[0] is 1 at every inference of model:m");
		assert_int_equal(finding->witness.len, 1);
		end(c);
	}
	(void)state;
}

static void test_dead_code(void **state)
{
	Trial *c = begin("");

	(void)state;
	for (unsigned i = 1; i <= 3; i++)
		vec_push(&c->graph.dead_code, (DeadCode){ { str_intern("a.c"), i, 1, str_intern("run") },
			str_intern(i < 3 ? "use_v2" : "other"), str_intern("variable never written"),
			str_intern(i == 1 ? "calls predict" : "assigns f"), i });
	run_rules(c);
	assert_int_equal(count_of(c, "dead-experiment"), 3);
	expect_part(c, "dead-experiment", "use_v2: run", "; 2 places depend on it");
	expect(c, "dead-experiment", LEVEL_WARNING, "other: run",
	       "3 lines at a.c:3 never run (assigns f): other is a variable never written");
	end(c);
}

static void test_definitions(void **state)
{
	Trial *c = begin(inputs);

	(void)state;
	define_at(c, "feature:f[0]", "(s + 1)", "serve", "");
	define_at(c, "feature:f[0]", "(s + 2)", "train", "-DTRAIN");
	define_at(c, "feature:f[0]", "(f[0] * 2)", "scale", ""); /* goes on from its own value */
	define_at(c, "feature:f[0]", "(xf[0] * f[0].y)", "third", ""); /* names that only look alike */
	define_at(c, "feature:f[0]", "xf[0]", "fourth", "");
	run_rules(c);
	const Finding *finding = expect_part(c, "divergent-definition", "feature:f[0]", "is computed in two ways: (s + 1) at "
		"a.c:11 in serve, but (s + 2) at a.c:12 in train (-DTRAIN); first difference: 1 against 2; 5 more definitions");
	expect_no_part(finding, "not certain");
	expect_no_part(finding, "()");
	assert_int_equal(finding->witness.len, 2);
	end(c);
	c = begin(inputs);
	define_at(c, "feature:f[0]", "s", "", "");
	define_at(c, "feature:f[0]", "(s + 2)", "train", "");
	node(c, "feature:f[0]")->is_assumed = true;
	run_rules(c);
	finding = expect_part(c, "divergent-definition", "feature:f[0]", "s at a.c:11, but (s + 2) at a.c:12 in train; first "
		"difference: s against (s + 2); not certain: a part of it rests on an unknown function");
	expect_no_part(finding, "more definition");
	end(c);
}

/* A function with a way that is not known is not compared; nor is what says nothing. */
static void test_definitions_in_part(void **state)
{
	static const struct { const char *first, *second, *other, *function; uint32_t differ; } rows[] = {
		{ "s", "(s + 1)", "(s + 2)", "train", 1 }, { "s", "(s + 1)", "", "train", 0 }, { "s", "(s + 1)", "", "serve", 0 },
		{ "s", "(s + 1)", "{}", "train", 0 }, { "s", "(s + 1)", "(2 * {by (s < 3)})", "train", 0 },
		{ "s", "(s + 1)", "", "third", 1 }, { "s", "(s + 1)", "{s, 1 by (s < 3)}", "train", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin(inputs);
		define_at(c, "feature:f[0]", rows[i].first, "serve", "");
		define_at(c, "feature:f[0]", rows[i].second, "train", "");
		define_at(c, "feature:f[0]", rows[i].other, rows[i].function, "");
		run_rules(c);
		assert_int_equal(count_of(c, "divergent-definition"), rows[i].differ);
		end(c);
	}
}

/* Elements of one table of functions convert units; they may still compute different things. */
static void test_definitions_of_a_table(void **state)
{
	static const struct { const char *first, *second, *table; uint32_t differ; } rows[] = {
		{ "((s / 2) / 2)", "(s / 6)", "rates", 0 }, { "((s / 2) / 2)", "(s / 6)", "other", 1 },
		{ "((s / 2) / 2)", "(t / 6)", "rates", 1 }, { "((s / 2) / 2)", "(s / 6)", "", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin(inputs);
		define_at(c, "feature:f[0]", rows[i].first, "narrow", "");
		define_at(c, "feature:f[0]", rows[i].second, "wide", "");
		node(c, "feature:f[0]")->definitions.items[0].table = str_intern("rates");
		node(c, "feature:f[0]")->definitions.items[1].table = str_intern(rows[i].table);
		run_rules(c);
		assert_int_equal(count_of(c, "divergent-definition"), rows[i].differ);
		end(c);
	}
}

/* Of two readers one changes the scale; who only has a computed value, keeps it, watches or tests does not count. */
static void test_scales(void **state)
{
	static const struct { const char *reader; uint32_t found; } rows[] = {
		{ "consumer:b @b.c:2 branches\nprediction:m -> consumer:b", 1 },
		{ "consumer:b @b.c:2 computes\nprediction:m -> consumer:b", 1 },
		{ "consumer:b @b.c:2\nprediction:m -> consumer:b", 0 },
		{ "consumer:b @b.c:2 branches test\nprediction:m -> consumer:b", 0 },
		{ "consumer:b @b.c:2 branches monitor\nprediction:m -> consumer:b", 0 },
		{ "consumer:b @b.c:2 branches\nprediction:m -> consumer:b through=a", 0 },
		{ "consumer:b @b.c:2 branches\nprediction:m -> consumer:b scaled=tanh", 0 },
		{ "store:b\nprediction:m -> store:b", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "%sprediction:m -> consumer:a scaled=exp\nconsumer:a @a.c:1 computes\n%s\n", inputs, rows[i].reader);
		Trial *c = begin(text_data(&text));
		add_setting(c, "bare-slot", "note");
		run_rules(c);
		assert_int_equal(count_of(c, "bare-slot"), rows[i].found);
		if (rows[i].found) {
			const Finding *finding = expect_part(c, "bare-slot", "prediction:m",
				"prediction:m is taken through exp by consumer:a (a.c:1), but as it is by consumer:b (b.c:2)");
			expect_no_part(finding, "more");
			assert_int_equal(finding->nodes.len, 3);
			assert_int_equal(finding->witness.len, 1);
		}
		end(c);
		text_release(&text);
	}
	Trial *c = begin("feature:f -> model:m\nmodel:m -> prediction:m\nprediction:m -> consumer:a scaled=exp\nconsumer:a computes\n"
		"prediction:m -> consumer:b\nconsumer:b branches\nprediction:m -> consumer:c\nconsumer:c branches\n");
	add_setting(c, "bare-slot", "note");
	run_rules(c);
	expect_part(c, "bare-slot", "prediction:m", "but as it is by consumer:b and 1 more");
	end(c);
	c = begin("feature:f -> model:m\nmodel:m -> prediction:m\nprediction:m -> consumer:b\nconsumer:b branches\n");
	add_setting(c, "bare-slot", "note");
	run_rules(c);
	assert_int_equal(count_of(c, "bare-slot"), 0);
	end(c);
}

/* A call that emits a feature and puts it into a store: what becomes of that key says whether a model asks for it. */
static void test_emitted_and_stored(void **state)
{
	static const struct { const char *key, *read; uint32_t found; bool hidden; } rows[] = {
		{ "s[ctr]", "s[ctr]", 0, false },                                /* by its name */
		{ "s[ctr]", "s[*]\nstore:s[ctr] -> store:s[*] index", 1, true }, /* by any name */
		{ "s[ctr]", "s[other]", 1, false },
		{ "s[ctrs]", "s[ctrs]", 1, false },
		{ "s", "s", 1, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "feature:ctr @a.c:3:emit use=never-read\nstore:%s\nfeature:f -> model:m\nstore:%s\n", rows[i].key,
		            rows[i].read);
		text_printf(&text, "store:%.*s -> feature:f\n", (int)strcspn(rows[i].read, "\n"), rows[i].read);
		Trial *c = begin(text_data(&text));
		run_rules(c);
		assert_int_equal(count_of(c, "unused-feature"), rows[i].found);
		if (rows[i].found)
			assert_int_equal(find(c, "unused-feature", "feature:ctr")->hidden, rows[i].hidden);
		if (rows[i].hidden)
			expect_part(c, "unused-feature", "feature:ctr", "; not certain: which keys of store:s[*] a model reads is not known");
		end(c);
		text_release(&text);
	}
}

/* The branches of one function, in whatever order, are what the other function has as well. */
static void test_definitions_by_branches(void **state)
{
	static const struct { const char *first, *second; bool differ; } rows[] = {
		{ "(s + 1)", "s", false }, { "(s + 1)", "(s + 2)", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin(inputs);
		define_at(c, "feature:f[0]", "s", "serve", "");
		define_at(c, "feature:f[0]", "(s + 1)", "serve", "");
		define_at(c, "feature:f[0]", rows[i].first, "train", "");
		define_at(c, "feature:f[0]", rows[i].second, "train", "");
		run_rules(c);
		assert_int_equal(count_of(c, "divergent-definition"), rows[i].differ);
		end(c);
	}
}

/* One function, called in one place, that fills four inputs of its next call, is a network of layers. */
static void test_layers(void **state)
{
	static const struct { int slots; const char *callee, *file, *function; bool layers; } rows[] = {
		{ 4, "dense", "a.c", "run", true }, { 3, "dense", "a.c", "run", false }, { 4, "other", "a.c", "run", false },
		{ 4, "dense", "b.c", "run", false }, { 4, "dense", "a.c", "go", false }, { 4, "", "a.c", "run", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_put(&text, "feature:f -> model:a\nmodel:a @a.c:1:run\nmodel:a -> prediction:a\nmodel:b\n");
		for (int k = 0; k < rows[i].slots; k++)
			text_printf(&text, "prediction:a -> feature:g[%d]\nfeature:g[%d] -> model:b\n", k, k);
		Trial *c = begin(text_data(&text));
		node(c, "model:a")->callee = str_intern(*rows[i].callee ? "dense" : "");
		node(c, "model:b")->callee = str_intern(rows[i].callee);
		graph_add_site(&node(c, "model:b")->sites, (Site){ str_intern(rows[i].file), 9, 1, str_intern(rows[i].function) });
		run_rules(c);
		const Finding *finding = find(c, "correction-cascade", "model:b");
		assert_non_null(finding);
		if (finding->hidden != rows[i].layers)
			fail_msg("row %zu", i);
		end(c);
		text_release(&text);
	}
}

static const char members[] =
	"signal:s -> feature:f\nfeature:f -> model:a\nfeature:f -> model:b\nmodel:a -> prediction:a\nmodel:b -> prediction:b\n";

/* Where the predictions meet: in one line at the end, in one place that computes, or nowhere. */
static void test_merges(void **state)
{
	static const struct { const char *first, *second; bool merged; } rows[] = {
		{ "@a.c:9", "@a.c:9", true },
		{ "@a.c:5 note=computed @a.c:8", "@a.c:5 note=computed @a.c:9", true },
		{ "@a.c:5 note=assigned @a.c:8", "@a.c:5 note=assigned @a.c:9", false },
		{ "@a.c:5 note=computed @a.c:8", "@a.c:6 note=computed @a.c:9", false },
		{ "@a.c:5 note=computed @a.c:8", "@b.c:5 note=computed @a.c:9", false },
		{ "@a.c:8", "@a.c:9", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "%sprediction:a -> consumer:run %s\nprediction:b -> consumer:run %s\n", members, rows[i].first,
		            rows[i].second);
		Trial *c = begin(text_data(&text));
		run_rules(c);
		if (count_of(c, "ensemble-not-isolated") != rows[i].merged)
			fail_msg("row %zu", i);
		end(c);
		text_release(&text);
	}
}

static void test_members(void **state)
{
	Trial *c = begin(members);
	Ensemble *ensemble = vec_add(&c->roles.ensembles);

	(void)state;
	ensemble->name = str_intern("pair");
	vec_push(&ensemble->models, str_intern("*"));
	run_rules(c);
	expect(c, "ensemble-not-isolated", LEVEL_WARNING, "ensemble:pair", "model:a, model:b form the ensemble pair and share 2 "
	       "inputs: feature:f, signal:s");
	end(c);
}

static void test_owners_of_models(void **state)
{
	static const struct { const char *owners[3]; bool differ; } rows[] = {
		{ { "x", "y", "" }, true }, { { "x", "", "y" }, true }, { { "x", "x", "" }, false }, { { "", "x", "" }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("signal:s -> feature:f\nfeature:f -> model:a\nfeature:f -> model:b\nfeature:f -> model:c\n");
		for (int k = 0; k < 3; k++)
			node(c, (const char *[]){ "model:a", "model:b", "model:c" }[k])->owner = str_intern(rows[i].owners[k]);
		run_rules(c);
		if (rows[i].differ)
			expect_part(c, "entangled-signal", "signal:s", "signal:s feeds 3 models of different owners: model:a by feature:f; "
			            "model:b by feature:f; model:c by feature:f; ");
		else if (!find(c, "entangled-signal", "model:a + model:b + model:c"))
			fail_msg("row %zu", i);
		end(c);
	}
}

static void test_matrix(void **state)
{
	Trial *c = begin("signal:s -> feature:f\nfeature:f -> model:a\nsignal:s -> feature:g\nfeature:g -> model:b\n"
		"feature:f -> model:c\nfeature:f -> model:d\nfeature:f -> model:e\n");

	(void)state;
	run_rules(c);
	expect_part(c, "entangled-signal", "signal:s", "feeds 5 models: model:a by feature:f; model:b by feature:g; model:c by "
	            "feature:f; model:d by feature:f; and 1 more models; ");
	end(c);
	c = begin("signal:s -> feature:f @a.c:1\nfeature:f -> model:a @a.c:2\nfeature:f -> model:b @a.c:3\n"
		"feature:f -> model:c @a.c:4\n");
	run_rules(c);
	const Finding *finding = expect(c, "entangled-signal", LEVEL_NOTE, "model:a + model:b + model:c",
	                                "model:a, model:b, model:c share 1 signal: signal:s");
	assert_int_equal(finding->witness.len, 4); /* the ways into two of them */
	end(c);
}

/* The features in between that feed a model, and no other node. */
static void test_fed(void **state)
{
	Trial *c = begin("signal:time -> feature:f\nfeature:f -> feature:g\nfeature:g -> model:m\nsignal:time -> feature:dead\n"
		"signal:time -> store:s[k]\nstore:s[k] -> feature:g\n");

	(void)state;
	run_rules(c);
	expect(c, "nonreproducible-feature", LEVEL_WARNING, "signal:time",
	       "feature:f, feature:g of model:m rest on the time: signal:time");
	assert_int_equal(find(c, "nonreproducible-feature", "signal:time")->witness.len, 3);
	assert_int_equal(find(c, "nonreproducible-feature", "signal:time")->nodes.len, 4);
	end(c);
}

static void test_uninitialised(void **state)
{
	Trial *c = begin("feature:f[0] -> model:m\nfeature:g[0]\n");

	(void)state;
	define_at(c, "feature:f[0]", "s", "run", "");
	define_at(c, "feature:g[0]", "s", "run", "");
	node(c, "feature:f[0]")->definitions.items[0].uninitialised = true;
	node(c, "feature:g[0]")->definitions.items[0].uninitialised = true; /* no model reads it */
	run_rules(c);
	assert_int_equal(count_of(c, "nonreproducible-feature"), 1);
	assert_int_equal(find(c, "nonreproducible-feature", "feature:f[0]")->witness.len, 1);
	end(c);
}

static const char loop[] =
	"feature:f -> model:m\nmodel:m -> prediction:m\n";

/* Two edges into one store are one loop, into two stores two. */
static void test_loops_by_store(void **state)
{
	static const struct { const char *text; uint32_t loops; } rows[] = {
		{ "prediction:m -> store:s[k]\nprediction:m -> feature:g\nfeature:g -> store:s[k]\nstore:s[k] -> feature:f\n", 1 },
		{ "prediction:m -> store:s[k]\nstore:s[k] -> feature:f\nprediction:m -> store:s[j]\nstore:s[j] -> feature:f\n", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "%s%s", loop, rows[i].text);
		Trial *c = begin(text_data(&text));
		run_rules(c);
		if (count_of(c, "feedback-loop") != rows[i].loops)
			fail_msg("row %zu: %u", i, count_of(c, "feedback-loop"));
		assert_true(*str_text(find(c, "feedback-loop", "model:m")->advice));
		end(c);
		text_release(&text);
	}
}

static void test_state_of_a_model(void **state)
{
	Trial *c = begin("feature:f -> model:m\nmodel:m has_state @a.c:3\n");

	(void)state;
	run_rules(c);
	expect(c, "feedback-loop", LEVEL_NOTE, "model:m", "model:m (a.c:3) keeps state of its own from one invocation to the next");
	end(c);
}

/* A model that is fitted to its own predictions; to those of another; one whose predictions are only read there. */
static void test_training(void **state)
{
	static const struct { const char *escape; bool label, found; } rows[] = {
		{ "training of m", true, true }, { "training of n", true, false }, { "training of m", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("feature:f -> model:m\nmodel:m -> prediction:m\nprediction:m -> consumer:fit @a.c:4\n"
			"prediction:m -> consumer:log\n");
		vec_push(&node(c, "consumer:fit")->escapes, str_intern(rows[i].escape));
		node(c, "prediction:m")->label_role = rows[i].label;
		run_rules(c);
		assert_int_equal(count_of(c, "feedback-loop"), rows[i].found);
		if (rows[i].found)
			expect(c, "feedback-loop", LEVEL_WARNING, "model:m", "model:m is trained on what it predicted: prediction:m → "
			       "consumer:fit fits it to that as a label");
		assert_int_equal(count_of(c, "label-leakage"), 0);
		end(c);
	}
}

/* A setting replaces the level of ordinary findings, caps what is above, and what is below only when it is lower. */
static void test_levels(void **state)
{
	static const struct { const char *setting; Level above; } rows[] = {
		{ "error", LEVEL_ERROR }, { "warning", LEVEL_ERROR }, { "note", LEVEL_NOTE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("feature:f -> model:m\nmodel:m access=private @m.c:1\nmodel:m -> prediction:m\n"
			"prediction:m -> consumer:far\nconsumer:far @far.c:2\n");
		add_setting(c, "hidden-consumer", rows[i].setting);
		run_rules(c);
		expect(c, "hidden-consumer", rows[i].above, "consumer:far", NULL);
		end(c);
	}
}

/* The reason that is shown is the first that applies. */
static void test_reasons(void **state)
{
	Trial *c = begin("feature:f[0] use=never-read\nmodel:m\n");

	(void)state;
	add_suppression(c, "unused-feature", "feature:f[0]", "");
	add_suppression(c, "unused-feature", "feature:*", "");
	c->roles.suppressions.items[1].reason = str_intern("another");
	run_rules(c);
	assert_string_equal(str_text(find(c, "unused-feature", "feature:f[0]")->suppression), "because");
	assert_int_equal(count_of(c, "stale-suppression"), 0);
	end(c);
}

static void add_threshold(Trial *c, unsigned line, const char *function)
{
	vec_push(&node(c, "prediction:m")->thresholds, (Threshold){ { str_intern("a.c"), line, 1, str_intern(function) },
		str_format("> %u", line) });
}

static void test_thresholds(void **state)
{
	Trial *c = begin(inputs);

	(void)state;
	add_threshold(c, 1, "");
	add_threshold(c, 2, "decide");
	run_rules(c);
	const Finding *finding = expect(c, "fixed-threshold", LEVEL_NOTE, "prediction:m", "prediction:m is compared with a "
	                                "constant: > 1 at a.c:1, > 2 at a.c:2 in decide");
	assert_int_equal(finding->witness.len, 2);
	end(c);
	c = begin(inputs);
	for (unsigned i = 1; i <= 8; i++)
		add_threshold(c, i, "");
	node(c, "prediction:m")->is_assumed = true;
	run_rules(c);
	assert_false(find(c, "fixed-threshold", "prediction:m")->hidden);
	expect_part(c, "fixed-threshold", "prediction:m", "> 6 at a.c:6 and 2 more; not certain: it comes out of an unknown "
	            "function");
	end(c);
}

/* What is only about test code is hidden. */
static void test_hidden(void **state)
{
	Trial *c = begin("signal:s test @t.c:1\nsignal:s -> feature:f\nfeature:f -> model:m\nmodel:m -> prediction:m\n"
		"prediction:m -> consumer:check\nconsumer:check test\nfeature:one test\nfeature:one -> model:m\n");

	(void)state;
	define_at(c, "feature:one", "1", "check", "");
	node(c, "feature:one")->definitions.items[0].constant = true;
	node(c, "signal:s")->label_role = true;
	add_threshold(c, 3, "check");
	run_rules(c);
	assert_true(find(c, "fixed-threshold", "prediction:m")->hidden);
	assert_true(find(c, "label-leakage", "signal:s")->hidden);
	assert_true(find(c, "undeclared-source", "signal:s")->hidden);
	assert_true(find(c, "constant-feature", "feature:one")->hidden);
	end(c);
	c = begin("signal:s @t.c:1\nsignal:s -> feature:f\nfeature:f -> model:m\nmodel:m -> prediction:m\n"
		"prediction:m -> consumer:a.c:check\nconsumer:a.c:check test\n");
	add_threshold(c, 3, "check"); /* whose name another file has, too */
	run_rules(c);
	assert_true(find(c, "fixed-threshold", "prediction:m")->hidden);
	end(c);
}

static void test_readers_of_an_undeclared_model(void **state)
{
	Trial *c = begin("feature:f -> model:m\nmodel:m @m.c:1\nmodel:m -> prediction:m\nprediction:m -> consumer:a @a.c:1\n"
		"consumer:a @m.c:9\nprediction:m -> consumer:b @b.c:1 @b.c:2\nconsumer:b @b.c:9\nprediction:m -> consumer:c @c.c:1\n"
		"consumer:c @c.c:9\n");

	(void)state;
	run_rules(c);
	const Finding *finding = expect_part(c, "hidden-consumer", "model:m", "2 undeclared readers: consumer:c (c.c:9), "
		"consumer:b (b.c:9)"); /* the nearest first; the one in the model's file does not count */
	assert_string_equal(str_text(finding->advice), "declare who may read it:\nconsumers:\n"
		"  - { of: \"model:m\", function: \"c\" }\n  - { of: \"model:m\", function: \"b\" }");
	assert_int_equal(finding->witness.len, 1);
	assert_string_equal(str_text(finding->witness.items[0].site.file), "c.c");
	end(c);
	Text text = {0};
	text_put(&text, "feature:f -> model:m\nmodel:m @m.c:1\nmodel:m -> prediction:m\n");
	for (int i = 0; i < 10; i++)
		text_printf(&text, "prediction:m -> consumer:c%d\nconsumer:c%d @c.c:%d\n", i, i, i + 1);
	c = begin(text_data(&text));
	run_rules(c);
	finding = expect_part(c, "hidden-consumer", "model:m", "10 undeclared readers: consumer:c0 (c.c:1), ");
	expect_part(c, "hidden-consumer", "model:m", ", consumer:c7 (c.c:8) and 2 more");
	assert_non_null(strstr(str_text(finding->advice), "function: \"c9\""));
	end(c);
	text_release(&text);
}

/* Where any key may be meant, the loop may be none. */
static void test_loop_through_any_key(void **state)
{
	static const struct { const char *key; bool certain; } rows[] = { { "[k]", true }, { "[*]", false }, { "", true } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "feature:f -> model:a\nmodel:a -> prediction:a\nprediction:a -> store:s%s\nstore:s%s -> feature:f\n",
		            rows[i].key, rows[i].key);
		Trial *c = begin(text_data(&text));
		run_rules(c);
		const Finding *finding = expect_part(c, "feedback-loop", "model:a", "model:a is fed with what it predicted before");
		assert_int_equal(finding->level, rows[i].certain ? LEVEL_WARNING : LEVEL_NOTE);
		if (rows[i].certain)
			expect_no_part(finding, "not certain");
		else
			expect_part(c, "feedback-loop", "model:a", "; not certain: which keys of store:s[*] are written and read is not known");
		end(c);
		text_release(&text);
	}
}

static void test_loop_through_a_store(void **state)
{
	Trial *c = begin("feature:f -> model:a\nmodel:a -> prediction:a\nprediction:a -> store:s[k]\nstore:s[k] -> feature:g\n"
		"feature:g -> model:b\nmodel:b -> prediction:b\nprediction:b -> store:s[j]\nstore:s[j] -> feature:f\n"
		"prediction:b -> feature:lone\nfeature:lone -> model:c\n");

	(void)state;
	run_rules(c);
	const Finding *finding = expect_part(c, "hidden-loop", "store:s[k]", "model:a and model:b shape each other's inputs "
		"through store:s[k]: model:a → prediction:a → store:s[k] → feature:g → model:b → ");
	assert_int_equal(finding->witness.len, 8);
	assert_int_equal(count_of(c, "hidden-loop"), 2); /* one a store */
	end(c);
}

static void test_loop_through_the_world(void **state)
{
	Trial *c = begin("signal:demand -> feature:f @a.c:1\nfeature:f -> model:m\nmodel:m -> prediction:m\n"
		"prediction:m -> consumer:set_price\n");

	(void)state;
	vec_push(&c->roles.world, (WorldEdge){ str_intern("consumer:set_price"), str_intern("signal:demand"),
		str_intern("featdep.yml"), 4, 5 });
	run_rules(c);
	const Finding *finding = find(c, "hidden-loop", "model:m");
	assert_non_null(finding);
	assert_string_equal(str_text(vec_last(&finding->witness)->note), "declared");
	end(c);
}

/* Who a signal comes from: its owner, its module, the file that reads it. */
static void test_sources_of_a_jungle(void **state)
{
	Trial *c = begin("signal:a owner=x @a.c:1\nsignal:b owner=x @b.c:1\nsignal:g owner=y @a.c:2\nsignal:g -> feature:f\n"
		"signal:c @m/c.c:1\nsignal:d @m/d.c:1\nsignal:e @e.c:1\n"
		"signal:a -> feature:f\nsignal:b -> feature:f\nsignal:c -> feature:f\nsignal:d -> feature:f\nsignal:e -> feature:f\n"
		"signal:a -> feature:g\nfeature:f -> model:m\nfeature:g -> model:m\nfeature:h -> feature:f\n"
		"signal:e -> store:s[1]\nstore:s[1] -> feature:g\nstore:s[2] -> feature:g\nstore:t[1] -> feature:g\n");
	RuleSetting *setting = vec_add(&c->roles.settings);

	(void)state;
	add_module(c, "m", "m/**");
	*setting = (RuleSetting){ .rule = str_intern("pipeline-jungle"), .sources = 1, .stores = 1 };
	run_rules(c);
	expect_part(c, "pipeline-jungle", "model:m", "is reached through 2 stores in between (limit 1), 4 sources joined in one "
	            "feature (limit 1); most sources meet in feature:f; ");
	end(c);
}

/* A rule about a source that is off; a source that only tests read. */
static void test_sources_of_feeds(void **state)
{
	static const struct { const char *level; bool test; } rows[] = { { "off", false }, { "warning", false }, { "warning", true } };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("signal:s -> feature:f\nfeature:f -> model:m\n");
		node(c, "signal:s")->deprecated = true;
		node(c, "signal:s")->is_test = rows[i].test;
		add_setting(c, "deprecated-signal", rows[i].level);
		run_rules(c);
		assert_int_equal(count_of(c, "deprecated-signal"), i > 0);
		if (i)
			assert_int_equal(find(c, "deprecated-signal", "signal:s")->hidden, rows[i].test);
		end(c);
	}
	(void)state;
}

/* Of a way through many functions the first are shown. */
static void test_functions_of_a_jungle(void **state)
{
	for (int count = 12; count < 14; count++) {
		Text text = {0};
		text_put(&text, "signal:a -> feature:f");
		for (int i = 1; i <= count; i++)
			text_printf(&text, " @a.c:%d:f%d", i, i);
		text_put(&text, "\nfeature:f -> model:m @a.c:99\n");
		Trial *c = begin(text_data(&text));
		vec_push(&c->roles.settings, (RuleSetting){ .rule = str_intern("pipeline-jungle"), .functions = 2 });
		run_rules(c);
		const Finding *finding = expect_part(c, "pipeline-jungle", "model:m", count == 12 ? "f11 → f12" : "f11 → f12 and 1 more");
		if (count == 12)
			expect_no_part(finding, "more");
		end(c);
		text_release(&text);
	}
	(void)state;
}

/* Declared modules on the ways into a model; the functions of the longest way. */
static void test_modules_of_a_jungle(void **state)
{
	for (int limit = 1; limit < 3; limit++) {
		Trial *c = begin("signal:a owner=x\nsignal:a -> feature:f @m/a.c:1:load @m/a.c:2:load @n/b.c:1:clean @c.c:3:fill\n"
		                 "feature:f -> model:m @m/a.c:9:run\n");
		add_module(c, "m", "m/**");
		add_module(c, "n", "n/**");
		vec_push(&c->roles.settings, (RuleSetting){ .rule = str_intern("pipeline-jungle"), .modules = limit });
		run_rules(c);
		assert_int_equal(count_of(c, "pipeline-jungle"), limit == 1);
		if (limit == 1)
			expect_part(c, "pipeline-jungle", "model:m", "is reached through 2 modules (limit 1); the longest way: signal:a → "
			            "feature:f → model:m, in load → clean → fill → run");
		end(c);
	}
	(void)state;
}

/* A package is called from modules, or from files where one of them is in no module. */
static void test_callers_of_a_package(void **state)
{
	static const struct { const char *module; uint32_t found; const char *part; } rows[] = {
		{ "z/**", 1, ": the package is called directly from 3 files" },
		{ "**", 0, NULL },
		{ "c/**", 1, ": the package is called directly from 3 modules" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("feature:f -> model:m\nmodel:m @a/x.c:1 @b/x.c:1 @c/x.c:1\n");
		node(c, "model:m")->from_pack = true;
		add_module(c, "a", i == 2 ? "a/**" : "y/**");
		add_module(c, "b", i == 2 ? "b/**" : "y/**");
		add_module(c, "c", rows[i].module);
		add_setting(c, "glue-code", "note");
		run_rules(c);
		assert_int_equal(count_of(c, "glue-code"), rows[i].found);
		if (rows[i].found)
			expect_part(c, "glue-code", "model:m", rows[i].part);
		end(c);
	}
	(void)state;
}

/* Which members share an input is said where it is not all of them. */
static void test_shared_by_some(void **state)
{
	Trial *c = begin("signal:s -> feature:f\nsignal:s -> feature:g\nsignal:t -> feature:f\nsignal:t -> feature:g\n"
		"signal:t -> feature:h\nfeature:f -> model:a\nfeature:g -> model:b\nfeature:h -> model:c\n");
	Ensemble *ensemble = vec_add(&c->roles.ensembles);

	(void)state;
	*ensemble = (Ensemble){ .name = str_intern("blend") };
	vec_push(&ensemble->models, str_intern("model:*"));
	run_rules(c);
	expect_part(c, "ensemble-not-isolated", "ensemble:blend", "share 2 inputs: signal:s (model:a, model:b), signal:t");
	end(c);
}

/* MODEL rests on signals that are read in COUNT files. */
static void add_ways(Text *text, int model, int count)
{
	for (int i = 0; i < count; i++)
		text_printf(text, "signal:s%d owner=x\nsignal:s%d -> feature:f%d @f%d.c:1\n", i, i, model, i);
	text_printf(text, "feature:f%d -> model:m%d @f0.c:2\n", model, model);
}

/* Other models say what is usual: 12 files are many elsewhere, here 14 are. */
static void test_usual_ways(void **state)
{
	Text text = {0};

	(void)state;
	for (int i = 0; i < 5; i++)
		add_ways(&text, i, 12);
	Trial *c = begin(text_data(&text));
	run_rules(c);
	for (int i = 0; i < 5; i++)
		assert_null(find(c, "pipeline-jungle", str_text(str_format("model:m%d", i))));
	end(c);
	add_ways(&text, 5, 14);
	c = begin(text_data(&text));
	run_rules(c);
	expect_part(c, "pipeline-jungle", "model:m5", "14 files (usual here: up to 12)");
	assert_int_equal(find(c, "pipeline-jungle", "model:m5")->level, LEVEL_WARNING);
	assert_null(find(c, "pipeline-jungle", "model:m0"));
	end(c);
	text_release(&text);
	text = (Text){0};
	for (int i = 0; i < 4; i++)
		add_ways(&text, i, 12);
	c = begin(text_data(&text));
	run_rules(c);
	expect_part(c, "pipeline-jungle", "model:m0", "12 files (limit 10)");
	end(c);
	text_release(&text);
}

static void test_copies(void **state)
{
	static const struct { const char *a, *b, *message; bool assumed; } rows[] = {
		{ "s", "s", "feature:f[0] (a.c:5) and feature:f[1] tell model:m the same: both are s", false },
		{ "s", "(s * 2)", "feature:f[0] (a.c:5) and feature:f[1] tell model:m the same: both are s up to scale and offset, s "
		  "and (s * 2); not certain: a part of it rests on an unknown function", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "%sfeature:f[1] -> model:m\n", inputs);
		Trial *c = begin(text_data(&text));
		define_at(c, "feature:f[0]", rows[i].a, "run", "");
		define_at(c, "feature:f[1]", rows[i].b, "run", "");
		node(c, "feature:f[1]")->definitions.items[0].same = str_intern(rows[i].a);
		node(c, "feature:f[1]")->is_assumed = rows[i].assumed;
		run_rules(c);
		const Finding *finding = expect(c, "redundant-feature", LEVEL_NOTE, "feature:f[1]", rows[i].message);
		assert_int_equal(finding->witness.len, 2);
		end(c);
		text_release(&text);
	}
}

static void test_stale(void **state)
{
	Trial *c = begin(inputs);
	StaleRead stale = { { str_intern("a.c"), 3, 1, {0} }, { str_intern("a.c"), 2, 1, {0} }, { str_intern("a.c"), 5, 1, {0} },
		str_intern("price") };

	(void)state;
	vec_push(&node(c, "feature:f[0]")->stale, stale);
	run_rules(c);
	const Finding *finding = expect(c, "stale-state", LEVEL_WARNING, "feature:f[0]", "feature:f[0] (a.c:5) may hold a value of "
		"an earlier invocation: price is assigned at a.c:3 only under the condition at a.c:2, and read at a.c:5 either way; "
		"it feeds model:m");
	assert_int_equal(finding->witness.len, 3);
	end(c);
	c = begin(inputs);
	vec_push(&node(c, "feature:f[0]")->stale, stale);
	node(c, "feature:f[0]")->is_assumed = true;
	run_rules(c);
	expect_part(c, "stale-state", "feature:f[0]", "; not certain: an unknown function may write it; it feeds");
	end(c);
}

static void test_unmonitored(void **state)
{
	Trial *c = begin("feature:f -> model:m\nmodel:m -> prediction:m @a.c:2\nprediction:m -> consumer:run @a.c:3\n");

	(void)state;
	run_rules(c);
	assert_int_equal(find(c, "unmonitored-prediction", "model:m")->witness.len, 2);
	end(c);
}

static void add_place(Trial *c, const char *function, const char *what, unsigned line, unsigned column)
{
	vec_push(&c->graph.coverage.unresolved, (Unresolved){ .site = { str_intern("u.c"), line, column, str_intern(function) },
		.what = str_intern(what), .subject = {0}, .features = 0 });
}

/* Causes in the order of what is behind them, equals by their names; a place with nothing behind it is none. */
static void test_unresolved(void **state)
{
	Trial *c = begin("signal:s declared\nsignal:s -> feature:f[0] unresolved @u.c:5\nsignal:s -> feature:f[1] unresolved @u.c:9\n"
		"signal:s -> feature:g unresolved @u.c:8\nsignal:s -> feature:h @u.c:6\nsignal:s -> feature:k unresolved @u.c:11\n"
		"feature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:g -> model:m\nfeature:h -> feature:i\nfeature:i -> model:m\n"
		"feature:k -> model:m\n");

	(void)state;
	add_place(c, "load", "inline assembly", 11, 1);
	add_place(c, "load", "call", 5, 1);
	add_place(c, "load", "call", 9, 1);
	add_place(c, "fill", "call", 8, 1);
	add_place(c, "fill", "call", 6, 1);  /* the edge there is certain */
	add_place(c, "fill", "call", 5, 2);  /* another column */
	add_place(c, "load", "no edge", 99, 1);
	vec_last(&c->graph.coverage.unresolved)->features = 1;
	run_rules(c);
	assert_int_equal(count_of(c, "unresolved-dependency"), 4);
	assert_int_equal(find(c, "unresolved-dependency", "load: no edge")->witness.len, 1);
	static const char *const subjects[] = { "load: call", "fill: call", "load: inline assembly", "load: no edge" };
	for (uint32_t i = 0, k = 0; i < c->graph.findings.len; i++)
		if (str_is(c->graph.findings.items[i].rule, "unresolved-dependency"))
			assert_string_equal(str_text(c->graph.findings.items[i].subject), subjects[k++]);
	const Finding *finding = expect_part(c, "unresolved-dependency", "load: call", "and 1 more place there could not be "
		"resolved: 2 features are behind it; 2 of 6 features are fully resolved");
	assert_int_equal(finding->nodes.len, 2);
	assert_int_equal(finding->witness.len, 1);
	assert_int_equal(find(c, "unresolved-dependency", "fill: call")->witness.items[0].site.line, 8);
	end(c);
}

static void test_unstable(void **state)
{
	static const struct { const char *owner, *model; bool unstable; const char *message; } rows[] = {
		{ "x", "y", false, "signal:s belongs to x and not to y, the owner of model:m; it feeds feature:f of model:m" },
		{ "x", "y", true, "signal:s is marked unstable, belongs to x and not to y, the owner of model:m; it feeds feature:f "
		  "of model:m" },
		{ "x", "x", true, "signal:s is marked unstable; it feeds feature:f of model:m" },
		{ "x", "x", false, NULL }, { "", "y", false, NULL }, { "x", "", false, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("signal:s declared\nsignal:s -> feature:f\nfeature:f -> model:m\n");
		node(c, "signal:s")->owner = str_intern(rows[i].owner);
		node(c, "signal:s")->unstable = rows[i].unstable;
		node(c, "model:m")->owner = str_intern(rows[i].model);
		run_rules(c);
		assert_int_equal(count_of(c, "unstable-dependency"), rows[i].message != NULL);
		if (rows[i].message)
			expect(c, "unstable-dependency", LEVEL_WARNING, "signal:s", rows[i].message);
		end(c);
	}
}

/* Of another model; a model's own is its loop. */
static void test_unstable_predictions(void **state)
{
	Trial *c = begin("feature:f -> model:a\nmodel:a -> prediction:a\nprediction:a -> feature:g\nfeature:g -> model:b\n"
		"prediction:a -> feature:f state\nmodel:b -> prediction:b\nprediction:b -> feature:g state\n");

	(void)state;
	node(c, "prediction:a")->owner = str_intern("x");
	node(c, "model:b")->owner = str_intern("y");
	run_rules(c);
	assert_int_equal(count_of(c, "unstable-dependency"), 1);
	const Finding *finding = expect(c, "unstable-dependency", LEVEL_WARNING, "prediction:a", "prediction:a is the prediction "
		"of another model, belongs to x and not to y, the owner of model:b; it feeds feature:f, feature:g of model:b");
	assert_true(finding->hidden);
	end(c);
}

static void test_unused_advice(void **state)
{
	static const struct { const char *use; Level level; const char *advice; } rows[] = {
		{ "never-read", LEVEL_WARNING, "remove it together with the code that computes it, or feed it to the model" },
		{ "output", LEVEL_NOTE, "if nothing outside reads it, remove it" },
		{ "overwritten", LEVEL_WARNING, "remove the assignment that does not arrive, or the one that overwrites it" },
		{ "not-computed", LEVEL_WARNING, "compute it, or remove its declaration" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial *c = begin("feature:f[0]\nmodel:m\n");
		for (FeatureUse use = USE_NEVER_READ; use <= USE_OUTPUT; use++)
			if (!strcmp(feature_use_text(use), rows[i].use))
				node(c, "feature:f[0]")->use = use;
		run_rules(c);
		const Finding *finding = expect(c, "unused-feature", rows[i].level, "feature:f[0]", NULL);
		assert_string_equal(str_text(finding->advice), rows[i].advice);
		assert_int_equal(finding->parts.len, 0);
		end(c);
	}
}

/* Code that was given up may read what nothing else does; what is overwritten, or leaves, is so whoever else reads it. */
static void test_unused_beside_what_was_given_up(void **state)
{
	(void)state;
	for (int given_up = 0; given_up < 2; given_up++) {
		Trial *c = begin("feature:f[0] use=never-read\nfeature:g use=overwritten\nmodel:m\n");
		vec_push(&c->graph.coverage.unresolved, (Unresolved){ .site = { str_intern("a.c"), 1, 1, {0} },
			.what = str_intern(given_up ? UNRESOLVED_NO_STEPS : "inline assembly"), .subject = str_intern("main") });
		run_rules(c);
		const Finding *never = expect(c, "unused-feature", given_up ? LEVEL_NOTE : LEVEL_WARNING, "feature:f[0]", NULL);
		assert_int_equal(strstr(str_text(never->message), "code that was given up may read it") != NULL, given_up);
		expect(c, "unused-feature", LEVEL_WARNING, "feature:g", NULL);
		end(c);
	}
}

static void test_sole_functions(void **state)
{
	Trial *c = begin("feature:f[0] use=never-read\nfeature:f[1] use=never-read\nmodel:m\n");

	(void)state;
	for (unsigned i = 0; i < 6; i++)
		vec_push(&node(c, i < 4 ? "feature:f[0]" : "feature:f[1]")->sole,
		         (SoleFunction){ { str_intern("a.c"), i, 1, str_format("fn%u", i < 5 ? i : 0) }, 10 });
	run_rules(c);
	const Finding *finding = expect_part(c, "unused-feature", "feature:f[0..1]", "; deleting it removes 5 functions, 50 lines: "
		"fn0, fn1, fn2, fn3, …");
	assert_int_equal(finding->parts.len, 2);
	end(c);
}

/* Steps have the text of their line; one that has a text keeps it. */
static void test_lines(void **state)
{
	char file[] = "/tmp/featdep-lines-XXXXXX";
	int handle = mkstemp(file);
	Text text = {0};

	(void)state;
	assert_true(handle >= 0);
	assert_int_equal(write(handle, "\tf[0] = 1;\n", 11), 11);
	text_printf(&text, "feature:f[0] @%s:1 use=never-read\nmodel:m @%s:1\nmodel:m -> prediction:m @%s:1\n"
	            "prediction:m -> consumer:run @%s:1\nfeature:g -> model:m\n", file, file, file, file);
	Trial *c = begin(text_data(&text));
	for (EdgeId e = 0; e < c->graph.edges.len; e++)
		c->graph.edges.items[e].witness.items[0].text = str_intern("as it was");
	run_rules(c);
	assert_string_equal(str_text(find(c, "unused-feature", "feature:f[0]")->witness.items[0].text), "f[0] = 1;");
	assert_string_equal(str_text(find(c, "unmonitored-prediction", "model:m")->witness.items[0].text), "as it was");
	end(c);
	text_release(&text);
	close(handle);
	unlink(file);
}

static void test_idle(void **state)
{
	for (int i = 0; i < 2; i++) {
		Trial *c = begin(inputs);
		vec_push(&node(c, "feature:f[0]")->idle, (IdleInput){ str_intern(i ? "model:gone" : "model:m"),
			{ str_intern("w.c"), 7, 1, {0} }, str_intern("column of zeros in w") });
		node(c, "feature:f[0]")->is_assumed = i;
		run_rules(c);
		const Finding *finding = expect_part(c, "zero-weight-feature", "feature:f[0]", i ? "(w.c:7); not certain: an unknown "
			"function may read it" : "changes nothing in model:m: column of zeros in w (w.c:7)");
		assert_int_equal(finding->nodes.len, i ? 1 : 2);
		assert_int_equal(finding->witness.len, 2);
		if (!i)
			expect_no_part(finding, "not certain");
		end(c);
	}
	(void)state;
}

/* Over features and stores, along edges that no check stands before; conditions and models end the way. */
static void test_unvalidated(void **state)
{
	static const struct { const char *graph, *part; uint32_t found; } rows[] = {
		{ "signal:s -> feature:f\n", "signal:s feeds feature:f of model:m and nothing checks it first: signal:s → feature:f", 1 },
		{ "signal:s -> feature:f index\n", "signal:s → [index] feature:f", 1 },
		{ "signal:s -> feature:f checked\n", NULL, 0 },
		{ "signal:s -> feature:f control\n", NULL, 0 },
		{ "signal:s test\nsignal:s -> feature:f\n", NULL, 0 },
		{ "signal:s -> store:k\nstore:k -> feature:f\n", "signal:s → store:k → feature:f", 1 },
		{ "signal:s -> store:k checked\nstore:k -> feature:f\n", NULL, 0 },
		{ "signal:s -> feature:e\nfeature:e -> feature:f\n", "signal:s → feature:e → feature:f", 1 },
		{ "signal:s -> feature:e\nfeature:e -> feature:f checked\n", NULL, 0 },
		{ "signal:s -> feature:e\nfeature:e -> feature:e state\nfeature:e -> feature:f\n", "signal:s → feature:e → feature:f", 1 },
		{ "signal:s -> feature:e\n", NULL, 0 },
		{ "signal:s -> feature:f\nsignal:s -> feature:g checked\nfeature:g -> model:m\n",
			"feeds feature:f of model:m on a way on which nothing checks it first, unlike others: ", 1 },
		{ "signal:s -> feature:f\nsignal:s -> feature:g\nfeature:g -> model:m\nfeature:g -> model:n\n",
			"feeds feature:f, feature:g of model:m, model:n and nothing", 1 },
		{ "signal:s -> feature:f unresolved\n", "not certain", 1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Text text = {0};
		text_printf(&text, "feature:f -> model:m\nmodel:m -> prediction:m\nprediction:m -> feature:x\nfeature:x -> model:o\n%s",
		            rows[i].graph);
		Trial *c = begin(text_data(&text));
		add_setting(c, "unvalidated-signal", "note");
		run_rules(c);
		assert_int_equal(count_of(c, "unvalidated-signal"), rows[i].found);
		if (rows[i].found) {
			const Finding *finding = expect_part(c, "unvalidated-signal", "signal:s", rows[i].part);
			assert_true(finding->nodes.len >= 3 && finding->witness.len >= 1);
		}
		end(c);
		text_release(&text);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unvalidated), cmocka_unit_test(test_modules_of_a_jungle), cmocka_unit_test(test_sources_of_feeds),
		cmocka_unit_test(test_functions_of_a_jungle), cmocka_unit_test(test_callers_of_a_package),
		cmocka_unit_test(test_shared_by_some),
		cmocka_unit_test(test_bare_slots), cmocka_unit_test(test_bare_predictions), cmocka_unit_test(test_constant),
		cmocka_unit_test(test_dead_code), cmocka_unit_test(test_definitions),
		cmocka_unit_test(test_emitted_and_stored), cmocka_unit_test(test_definitions_of_a_table), cmocka_unit_test(test_definitions_in_part), cmocka_unit_test(test_scales), cmocka_unit_test(test_definitions_by_branches), cmocka_unit_test(test_layers), cmocka_unit_test(test_merges), cmocka_unit_test(test_members),
		cmocka_unit_test(test_owners_of_models), cmocka_unit_test(test_matrix), cmocka_unit_test(test_fed),
		cmocka_unit_test(test_uninitialised), cmocka_unit_test(test_loops_by_store),
		cmocka_unit_test(test_state_of_a_model), cmocka_unit_test(test_training), cmocka_unit_test(test_levels),
		cmocka_unit_test(test_reasons), cmocka_unit_test(test_thresholds), cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_readers_of_an_undeclared_model), cmocka_unit_test(test_loop_through_a_store),
		cmocka_unit_test(test_loop_through_any_key),
		cmocka_unit_test(test_loop_through_the_world), cmocka_unit_test(test_sources_of_a_jungle),
		cmocka_unit_test(test_usual_ways),
		cmocka_unit_test(test_copies), cmocka_unit_test(test_stale), cmocka_unit_test(test_unmonitored),
		cmocka_unit_test(test_unresolved), cmocka_unit_test(test_unstable), cmocka_unit_test(test_unstable_predictions),
		cmocka_unit_test(test_unused_advice), cmocka_unit_test(test_sole_functions), cmocka_unit_test(test_idle), cmocka_unit_test(test_lines),
		cmocka_unit_test(test_unused_beside_what_was_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
