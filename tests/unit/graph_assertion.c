/* Each kind of assertion, true and untrue, and what is said about it. */
#include "graph/assertion.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char lines[] =
	"signal:age @a.c:1 module=rows\n"
	"signal:clicked\n"
	"signal:age -> feature:f[0] @a.c:3\n"
	"signal:zip -> feature:f[1] control\n"
	"signal:clicked -> feature:g\n"
	"feature:f[0] -> model:m @a.c:9\n"
	"feature:f[1] -> model:m\n"
	"model:m -> prediction:m\n"
	"prediction:m -> consumer:rank_a\n"
	"prediction:m -> consumer:log_it\n";

static Query query;
static Graph graph;

static void expect(const Assertion *assertion, bool holds, const char *says)
{
	Text why = {0}, text = {0};

	assertion_print(assertion, &text);
	if (assertion_holds(&query, assertion, &why) != holds)
		fail_msg("%s: %s", text_data(&text), text_data(&why));
	if (!strstr(text_data(&why), says))
		fail_msg("%s: says %s", text_data(&text), text_data(&why));
	text_release(&why);
	text_release(&text);
}

static Assertion way(const char *path, const char *no_path, const char *to)
{
	return (Assertion){ .path = str_intern(path), .no_path = str_intern(no_path), .to = str_intern(to),
		.exactly = -1, .at_least = -1, .at_most = -1 };
}

static Assertion number(const char *count, const char *of, int64_t exactly, int64_t at_least, int64_t at_most)
{
	return (Assertion){ .count = str_intern(count), .of = str_intern(of), .exactly = exactly, .at_least = at_least,
		.at_most = at_most };
}

static void test_ways(void **state)
{
	(void)state;
	expect(&(Assertion[]){ way("signal:age", "", "model:m") }[0], true, "");
	expect(&(Assertion[]){ way("age", "", "consumer:*") }[0], true, "");
	expect(&(Assertion[]){ way("", "signal:age", "model:m") }[0], false,
		"there is a way: signal:age\n  → feature:f[0] (a.c:3)\n  → model:m (a.c:9)\n");
	expect(&(Assertion[]){ way("", "label:*", "feature:*") }[0], false, "feature:g");
	expect(&(Assertion[]){ way("", "label:*", "model:*") }[0], true, "");
	expect(&(Assertion[]){ way("", "unstable:*", "model:*") }[0], true, "nothing is selected by \"unstable:*\"");
	expect(&(Assertion[]){ way("", "signal:agee", "model:m") }[0], false, "there is no \"signal:agee\"");
	expect(&(Assertion[]){ way("", "age", "feature:f[1]") }[0], true, "");
	expect(&(Assertion[]){ way("module:rows", "", "model:m") }[0], true, "");
	expect(&(Assertion[]){ way("clicked", "", "model:m") }[0], false, "there is no way");
}

static void test_kinds(void **state)
{
	Assertion assertion = way("", "zip", "model:m");

	(void)state;
	expect(&assertion, false, "[control] → feature:f[1]");
	vec_push(&assertion.kinds, str_intern("data"));
	vec_push(&assertion.kinds, str_intern("index"));
	expect(&assertion, true, "");
	vec_release(&assertion.kinds);
}

static void test_numbers(void **state)
{
	(void)state;
	expect(&(Assertion[]){ number("feature:*", "model:m", 2, -1, -1) }[0], true, "");
	expect(&(Assertion[]){ number("feature:*", "model:m", 3, -1, -1) }[0], false, "there are 2: feature:f[0], feature:f[1]");
	expect(&(Assertion[]){ number("feature:*", "", 3, -1, -1) }[0], true, "");
	expect(&(Assertion[]){ number("feature:f[1]", "", 1, -1, -1) }[0], true, "");
	expect(&(Assertion[]){ number("feature:*", "model:m", -1, 3, -1) }[0], false, "there are 2");
	expect(&(Assertion[]){ number("feature:*", "model:m", -1, 1, 2) }[0], true, "");
	expect(&(Assertion[]){ number("store:*", "", 0, -1, -1) }[0], true, "");
	expect(&(Assertion[]){ number("feature:*", "model:n", 0, -1, -1) }[0], false, "there is no \"model:n\"");
}

static void test_consumers(void **state)
{
	Assertion assertion = { .consumers = str_intern("model:m"), .exactly = -1, .at_least = -1, .at_most = -1 };

	(void)state;
	expect(&assertion, false, "there are others: consumer:rank_a, consumer:log_it");
	vec_push(&assertion.within, str_intern("rank_*"));
	expect(&assertion, false, "there are others: consumer:log_it\n");
	vec_push(&assertion.within, str_intern("consumer:log_it"));
	expect(&assertion, true, "");
	vec_release(&assertion.within);
}

static int set_up(void **state)
{
	(void)state;
	graph_read(&graph, lines);
	graph.nodes.items[graph_find(&graph, "signal:clicked")].label_role = true;
	query_init(&query, &graph);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	query_release(&query);
	graph_release(&graph);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_consumers),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
