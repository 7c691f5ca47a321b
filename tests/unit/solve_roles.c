/* Roles: signals of every kind, stores by key, emitted features, identities and scalar inputs of models. */
#include "solve_text.h"

#define MODEL "models:\n  - { function: predict, input: { arg: 0, count: { arg: 1 } }, name: m }\n"
#define SIGNALS(text) "version: 1\nsignals:\n" text MODEL
#define KEY(result, text) "%" result " = string \"char *\" " text "\n"

static void test_signal_named_by_argument(void **state)
{
	(void)state;
	expect_edges(SIGNALS("  - { function: setting, name: \"setting.{arg0}\" }\n"),
		"function setting external \"double (char *)\"\n param key \"char *\"\n" RUN "b0:\n"
		KEY("gain", "gain")
		CALL("x", "setting", "%gain")
		SET("0", "%x")
		KEY("floor", "floor")
		CALL("y", "setting", "%floor")
		SET("1", "%y")
		END, "signal:setting.gain -> " F0 " data\nsignal:setting.floor -> " F1 " data\n" FED);
}

static void test_signal_in_buffer(void **state)
{
	(void)state;
	expect(RUN " local x double\nb0:\n%x = local x\n"
		CALL_VOID("read_block", "%x")
		"%v = load double %x\n"
		SET("0", "%v")
		CALL("a", "read_a", "")
		SET("1", "%a")
		END, "signal:block -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_signal_parameter(void **state)
{
	(void)state;
	expect_edges(SIGNALS("  - { parameter: \"run(x)\" }\n  - { parameter: \"run(y)\" }\n"),
		"type function \"void (double, double)\" -1 void\n"
		"function run external \"void (double, double)\"\n param x double\n param y double\n local f \"double[2]\"\nb0:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		GET("y", "local", "y", "double")
		SET("1", "%y")
		END, "signal:run.x -> " F0 " data\nsignal:run.y -> " F1 " data\n" FED);
}

static void test_signal_field(void **state)
{
	(void)state;
	expect_edges(SIGNALS("  - { field: \"pair.*\" }\n"),
		"type function \"void (pair *)\" -1 void\n"
		"function run external \"void (pair *)\"\n param p \"pair *\"\n local f \"double[2]\"\nb0:\n"
		GET("p", "local", "p", "\"pair *\"")
		"%px = field \"double *\" %p pair x\n%py = field \"double *\" %p pair y\n%x = load double %px\n%y = load double %py\n"
		SET("0", "%y")
		SET("1", "%x")
		END, "signal:pair.y -> " F0 " data\nsignal:pair.x -> " F1 " data\n" FED);
}

static void test_signal_global(void **state)
{
	(void)state;
	expect_edges(SIGNALS("  - { global: \"clock\" }\n  - { function: read_a, name: a }\n"),
		"global clock external double defined volatile\n" RUN "b0:\n"
		GET("x", "global", "clock", "double")
		SET("0", "%x")
		CALL("a", "read_a", "")
		SET("1", "%a")
		END, "signal:clock -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_store_keys(void **state)
{
	(void)state;
	expect_edges(DEFAULT_MANIFEST
		"stores:\n  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0 } }\n",
		"function kv_put external \"void (char *, double)\"\n param key \"char *\"\n param value double\n"
		"function kv_get external \"double (char *)\"\n param key \"char *\"\n" RUN "b0:\n"
		KEY("mean", "mean")
		KEY("last", "last")
		CALL("a", "read_a", "")
		CALL_VOID("kv_put", "%mean %a")
		CALL("b", "read_b", "")
		CALL_VOID("kv_put", "%last %b")
		CALL("x", "kv_get", "%mean")
		SET("0", "%x")
		CALL("y", "kv_get", "%last")
		SET("1", "%y")
		END, "signal:a -> store:kv[mean] data\nsignal:b -> store:kv[last] data\n"
		"store:kv[mean] -> " F0 " data\nstore:kv[last] -> " F1 " data\n" FED);
}

static void test_emit(void **state)
{
	(void)state;
	expect_edges(DEFAULT_MANIFEST "features:\n  - { emit: { function: collect, name: 0, value: 1 } }\n",
		"function collect external \"void (char *, double)\"\n param name \"char *\"\n param value double\n"
		"function run external \"void (void)\"\nb0:\n"
		KEY("motion", "motion")
		CALL("a", "read_a", "")
		CALL_VOID("collect", "%motion %a")
		KEY("detail", "detail")
		CALL("b", "read_b", "")
		CALL_VOID("collect", "%detail %b")
		"return\n", "signal:a -> feature:motion data\nsignal:b -> feature:detail data\n");
}

static void test_scalar_input(void **state)
{
	(void)state;
	expect_edges("version: 1\nsignals:\n  - { function: read_a, name: a }\n"
		"models:\n  - { function: score, input: 0 }\n",
		"function score external \"double (double)\"\n param age double\n"
		"function run external \"void (void)\"\nb0:\n"
		CALL("a", "read_a", "")
		CALL("p", "score", "%a")
		"return\n",
		"signal:a -> feature:score.age data\nfeature:score.age -> model:score data\nmodel:score -> prediction:score data\n");
}

static void test_identity(void **state)
{
	(void)state;
	expect_edges("version: 1\nsignals:\n  - { function: read_a, name: a }\n"
		"models:\n  - { function: infer, identity: 0, input: 1 }\n",
		"type function \"double (char *, double)\" -1 double\n"
		"type pointer \"double (*)(char *, double)\" 64 \"double (char *, double)\"\n"
		"function infer external \"double (char *, double)\"\n param path \"char *\"\n param x double\n"
		"function run external \"void (void)\"\nb0:\n"
		CALL("a", "read_a", "")
		KEY("path", "ctr")
		CALL("p", "infer", "%path %a")
		"return\n",
		"signal:a -> feature:ctr.x data\nfeature:ctr.x -> model:ctr data\nmodel:ctr -> prediction:ctr data\n");
}

static void check_state(const char *key, bool expected)
{
	Str manifest = str_format("version: 1\nmodels:\n"
		"  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m%s }\n", key);
	Solved *s = solve_text(str_text(manifest), RUN "b0:\n"
		CALL("a", "read_a", "")
		SET("0", "%a")
		END);
	NodeId model = graph_find(&s->graph, "model:m");

	assert_int_not_equal(model, NONE);
	assert_int_equal(s->graph.nodes.items[model].has_state, expected);
	solved_release(s);
}

static void test_state_of_model(void **state)
{
	(void)state;
	check_state(", state: true", true);
	check_state("", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signal_named_by_argument),
		cmocka_unit_test(test_signal_in_buffer),
		cmocka_unit_test(test_signal_parameter),
		cmocka_unit_test(test_signal_field),
		cmocka_unit_test(test_signal_global),
		cmocka_unit_test(test_store_keys),
		cmocka_unit_test(test_emit),
		cmocka_unit_test(test_scalar_input),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_state_of_model),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
