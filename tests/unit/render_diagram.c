#include "render/diagram.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/layout.h"
#include "render_golden.h"
#include "render_graphs.h"

#include <unistd.h>

static Text draw(const Graph *graph, const char *view, const char *argument, const char *format)
{
	Text out = {0};
	Diags diags = {0};
	DiagramOptions options = { .view = view, .argument = argument, .format = format, .link = "../{file}#L{line}" };

	assert_true(diagram_render(graph, &options, &out, &diags));
	assert_int_equal(diags.items.len, 0);
	return out;
}

static void prints_dot(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	Text out = draw(&graph, "overview", NULL, "dot");
	golden_check("small_overview.dot", &out);
	text_release(&out);
	out = draw(&graph, "cascades", NULL, "dot");
	golden_check("small_cascades.dot", &out);
	text_release(&out);
	out = draw(&graph, "matrix", NULL, "dot");
	golden_check("small_matrix.dot", &out);
	text_release(&out);
	graph_release(&graph);
}

static void prints_every_view_as_dot(void **state)
{
	Graph graph = {0};

	(void)state;
	make_for_all_views(&graph);
	for (const ViewKind *kind = view_kinds; kind->name; kind++) {
		char file[100];
		const char *argument = !kind->argument ? NULL : !strcmp(kind->argument, "MODEL") ? "ctr" : "signal:user.age";
		snprintf(file, sizeof file, "view_%s.dot", kind->name);
		Text out = draw(&graph, kind->name, argument, "dot");
		golden_check(file, &out);
		text_release(&out);
	}
	graph_release(&graph);
}

/* A legend tells of what is drawn. */
static void explains_what_is_drawn(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	graph.census[CODE_MODEL] = 0;
	graph.census[CODE_OTHER] = 7;
	Text out = draw(&graph, "census", NULL, "dot");
	assert_null(strstr(text_data(&out), "the model itself"));
	text_release(&out);
	graph.census[CODE_MODEL] = 1;
	out = draw(&graph, "census", NULL, "dot");
	assert_non_null(strstr(text_data(&out), "the model itself"));
	text_release(&out);
	out = draw(&graph, "cascades", NULL, "dot");
	assert_null(strstr(text_data(&out), "> control"));
	text_release(&out);
	out = draw(&graph, "matrix", NULL, "dot");
	assert_non_null(strstr(text_data(&out), "> control"));
	text_release(&out);
	graph_release(&graph);
}

static void prints_other_texts(void **state)
{
	static const char *const formats[][2] = {
		{ "mermaid", "small_overview.mmd" }, { "graphml", "small_overview.graphml" }, { "json", "small_overview.json" },
	};
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		Text out = draw(&graph, "overview", NULL, formats[i][0]);
		golden_check(formats[i][1], &out);
		text_release(&out);
	}
	graph_release(&graph);
}

static void run_xml_parser(const Text *svg)
{
	char path[] = "/tmp/featdep-render-XXXXXX", command[200];
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_true(file_write(path, svg->data, svg->len));
	snprintf(command, sizeof command, "python3 -c \"import sys, xml.dom.minidom as m; m.parse(sys.argv[1])\" %s", path);
	assert_int_equal(system(command), 0);
	unlink(path);
}

static void draws_files(void **state)
{
	static const struct { const char *format, *start; } cases[] = {
		{ "svg", "<?xml" }, { "png", "\x89PNG\r\n\x1a\n" }, { "pdf", "%PDF-" },
	};
	static Graph graphs[3];

	(void)state;
	make_small(&graphs[0]);
	make_ad_ranker(&graphs[1]);
	for (int g = 0; g < 3; g++) {
		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			Text out = draw(&graphs[g], "overview", NULL, cases[i].format);
			assert_true(out.len > 500);
			assert_memory_equal(out.data, cases[i].start, strlen(cases[i].start));
			Text again = draw(&graphs[g], "overview", NULL, cases[i].format);
			assert_int_equal(out.len, again.len);
			assert_memory_equal(out.data, again.data, out.len);
			if (!strcmp(cases[i].format, "pdf"))
				assert_non_null(memmem(out.data, out.len, "/CreationDate (D:19700101000000", 31));
			if (!strcmp(cases[i].format, "svg"))
				run_xml_parser(&out);
			text_release(&out);
			text_release(&again);
		}
		graph_release(&graphs[g]);
	}
}

static void links_and_explains_in_svg(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	Text out = draw(&graph, "overview", NULL, "svg");
	assert_non_null(strstr(out.data, "xlink:href=\"../src/in.c#L3\""));
	assert_non_null(strstr(out.data, "8 drawn of 12 nodes, 4 folded into others; 9 drawn of 17 edges"));
	assert_non_null(strstr(out.data, "a&lt;b&gt;&quot;c&quot;\\n&amp;d"));
	assert_non_null(strstr(out.data, "kv_put(db, &quot;last&quot;, p);"));
	text_release(&out);
	graph_release(&graph);
}

static void draws_every_view(void **state)
{
	Graph graph = {0};

	(void)state;
	make_large(&graph, 3000);
	for (const ViewKind *kind = view_kinds; kind->name; kind++) {
		const char *argument = !kind->argument ? NULL : !strcmp(kind->argument, "MODEL") ? "model_9" : "signal_0";
		Text out = draw(&graph, kind->name, argument, "svg");
		run_xml_parser(&out);
		text_release(&out);
	}
	graph_release(&graph);
}

static void survives_graphviz(void **state)
{
	Text out = {0}, problem = {0}, dot = {0};

	(void)state;
	assert_false(layout_render("digraph {", "svg", 10, &out, &problem));
	assert_non_null(strstr(text_data(&problem), "syntax error"));
	text_clear(&problem);
	assert_false(layout_render("digraph { a }", "nosuch", 10, &out, &problem));
	assert_true(problem.len > 0);
	text_clear(&problem);
	text_put(&dot, "digraph { splines=ortho; nslimit=1000;");
	for (int i = 0; i < 20000; i++)
		text_printf(&dot, "n%d -> n%d;", i * 7919 % 3000, i * 104729 % 3000);
	text_put(&dot, "}");
	assert_false(layout_render(text_data(&dot), "svg", 0.5, &out, &problem));
	assert_string_equal(text_data(&problem), "layout took more than 0 s");
	assert_int_equal(out.len, 0);
	text_release(&dot);
	text_release(&problem);
}

/* What Graphviz cannot draw in time is drawn with fewer nodes, which is said. */
static void draws_less_when_it_must(void **state)
{
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	(void)state;
	make_large(&graph, 4000);
	assert_true(diagram_render(&graph, &(DiagramOptions){ .expand = "all", .limit = 1000 }, &out, &diags));
	assert_memory_equal(out.data, "<?xml", 5);
	assert_int_equal(diags.items.len, 1);
	assert_int_equal(diags.items.items[0].level, DIAG_WARNING);
	assert_non_null(strstr(str_text(diags.items.items[0].message), "could not be drawn with more than"));
	text_release(&out);
	diags_release(&diags);
	graph_release(&graph);
}

static void complains(void **state)
{
	static const struct { const char *format, *message; } cases[] = {
		{ "svgg", "unknown format \"svgg\"; did you mean \"svg\"?" },
		{ "bitmap", "unknown format \"bitmap\"; known are dot, graphml, mermaid, pdf, png, svg, json" },
	};
	Graph graph = {0};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Diags diags = {0};
		Text out = {0};
		assert_false(diagram_render(&graph, &(DiagramOptions){ .format = cases[i].format }, &out, &diags));
		assert_string_equal(str_text(diags.items.items[0].message), cases[i].message);
		diags_release(&diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_dot),
		cmocka_unit_test(prints_every_view_as_dot),
		cmocka_unit_test(prints_other_texts),
		cmocka_unit_test(explains_what_is_drawn),
		cmocka_unit_test(draws_files),
		cmocka_unit_test(links_and_explains_in_svg),
		cmocka_unit_test(draws_every_view),
		cmocka_unit_test(survives_graphviz),
		cmocka_unit_test(draws_less_when_it_must),
		cmocka_unit_test(complains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
