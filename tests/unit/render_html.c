#include "render/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/graph_json.h"
#include "render_graphs.h"

#include <string.h>

static const char block[] = "<script type=\"application/json\" id=\"featdep-data\">";

static Text page_of(const Graph *graph, const Graph *base, const RenderOptions *options)
{
	Text page = {0};

	html_print(graph, base, options, &page);
	return page;
}

/* The data block of PAGE. */
static Text data_of(const Text *page)
{
	Text data = {0};
	const char *start = strstr(text_data(page), block);

	assert_non_null(start);
	start += sizeof block - 1;
	text_put_n(&data, start, (size_t)(strstr(start, "</script>") - start));
	return data;
}

static uint32_t count(const char *text, const char *part)
{
	uint32_t found = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		found++;
	return found;
}

static void has_a_summary_and_the_data(void **state)
{
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	Text page = page_of(&graph, NULL, &(RenderOptions){ .link = "https://example.com/{file}" }), data = data_of(&page);
	assert_int_equal(strncmp(text_data(&page), "<!DOCTYPE html>", 15), 0);
	assert_int_equal(count(text_data(&page), "<!--featdep:"), 0);
	assert_non_null(strstr(text_data(&page), "<h1>Feature dependencies"));
	assert_non_null(strstr(text_data(&page), "script-src 'sha256-"));
	assert_non_null(strstr(text_data(&data), "\"steps\":["));
	assert_non_null(strstr(text_data(&data), "\"link\": \"https://example.com/{file}\""));
	assert_null(strstr(text_data(&data), "\"base\""));
	text_release(&data);
	text_release(&page);
	graph_release(&graph);
}

static void holds_two_runs(void **state)
{
	Graph graph = {0}, base = {0};

	(void)state;
	make_ad_ranker(&graph);
	make_ad_ranker(&base);
	Text page = page_of(&graph, &base, &(RenderOptions){0}), data = data_of(&page);
	assert_int_equal(count(text_data(&data), "\"steps\":["), 2);
	assert_non_null(strstr(text_data(&data), "\"base\": {"));
	text_release(&data);
	text_release(&page);
	graph_release(&graph);
	graph_release(&base);
}

/* A step that several edges share is there once. */
static void shares_steps(void **state)
{
	Graph graph = {0};

	(void)state;
	NodeId signal = add_node(&graph, NODE_SIGNAL, "s", "a.c", 1), model = add_node(&graph, NODE_MODEL, "m", "a.c", 3);
	for (int i = 0; i < 3; i++) {
		NodeId feature = add_feature(&graph, "x", i, NULL, 2);
		Steps steps = {0};
		vec_push(&steps, ((Step){ site_at("a.c", 7, 1, "f"), str_intern("shared = s;"), str_intern("assigned"), DEP_DATA, 0 }));
		graph_edge(&graph, signal, feature, DEP_DATA, false, false, steps);
		graph_edge(&graph, feature, model, DEP_DATA, false, false, (Steps){0});
	}
	Text page = page_of(&graph, NULL, &(RenderOptions){0}), data = data_of(&page);
	assert_int_equal(count(text_data(&data), "shared = s;"), 1);
	assert_non_null(strstr(text_data(&data), "\"witness\":[[],[],[],[0],[0],[0]]"));
	text_release(&data);
	text_release(&page);
	graph_release(&graph);
}

static void lets_nothing_out_of_the_data(void **state)
{
	static const char *const texts[] = {
		"</script><script>alert(1)</script>", "<!--<script>", "-->", "\xe2\x80\xa8\xe2\x80\xa9", "\xe2\x82\xac", "\xff\xfe\xe2\x80",
		"&lt;", "\"\\", "\x01\n\t",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Graph graph = { .project = str_intern(texts[i]) };
		add_node(&graph, NODE_SIGNAL, texts[i], texts[i], 1);
		Text page = page_of(&graph, NULL, &(RenderOptions){ .link = texts[i] }), data = data_of(&page);
		assert_null(strpbrk(text_data(&data), "<>&"));
		assert_null(strstr(text_data(&data), "\xe2\x80\xa8"));
		assert_null(strstr(text_data(&data), "\xe2\x80\xa9"));
		assert_int_equal(count(text_data(&page), "<script"), 2);
		assert_int_equal(count(text_data(&page), "</script"), 2);
		assert_int_equal(count(text_data(&page), "\xff"), 0);
		text_release(&data);
		text_release(&page);
		graph_release(&graph);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_a_summary_and_the_data),
		cmocka_unit_test(holds_two_runs),
		cmocka_unit_test(shares_steps),
		cmocka_unit_test(lets_nothing_out_of_the_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
