/* Pictures after Graphviz has laid them out: columns in order, boxes around their nodes only, counts that are true. */
#include "render/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <math.h>

#include "render/dot.h"
#include "render/theme.h"
#include "render_graphs.h"

typedef struct { double left, bottom, right, top; } Area;

static double number_at(const char **text)
{
	char *end;
	double number = strtod(*text, &end);

	*text = end + (*end == ',');
	return number;
}

static Area area_of(json_t *object)
{
	const char *text = json_string_value(json_object_get(object, "bb"));

	assert_non_null(text);
	double left = number_at(&text), bottom = number_at(&text), right = number_at(&text);
	return (Area){ left, bottom, right, number_at(&text) };
}

static void place_of(json_t *object, double *x, double *y)
{
	const char *text = json_string_value(json_object_get(object, "pos"));

	assert_non_null(text);
	*x = number_at(&text);
	*y = number_at(&text);
}

static json_t *object_named(json_t *objects, const char *name)
{
	size_t i;
	json_t *object;

	json_array_foreach(objects, i, object)
		if (!strcmp(json_string_value(json_object_get(object, "name")), name))
			return object;
	return NULL;
}

static json_t *object_of(json_t *objects, const ViewNode *node)
{
	json_t *object = object_named(objects, str_text(node->has_rest ? str_format("+%s", str_text(node->id)) : node->id));

	assert_non_null(object);
	return object;
}

static void check_columns(const View *view, json_t *objects)
{
	double column_x[COLUMN_COUNT], before = -1, x, y;

	for (Column c = 0; c < COLUMN_COUNT; c++)
		column_x[c] = -1;
	for (uint32_t i = 0; i < view->nodes.len; i++) {
		const ViewNode *node = &view->nodes.items[i];
		place_of(object_of(objects, node), &x, &y);
		if (column_x[node->column] < 0)
			column_x[node->column] = x;
		assert_true(x - column_x[node->column] < 2 && column_x[node->column] - x < 2);
	}
	for (Column c = 0; c < COLUMN_COUNT; c++) {
		if (column_x[c] < 0)
			continue;
		assert_true(column_x[c] > before);
		before = column_x[c];
	}
}

static bool is_member(json_t *cluster, size_t node)
{
	size_t i;
	json_t *member;

	json_array_foreach(json_object_get(cluster, "nodes"), i, member)
		if ((size_t)json_integer_value(member) == node)
			return true;
	return false;
}

static uint32_t check_boxes(json_t *objects)
{
	size_t c, n;
	json_t *cluster, *node;
	uint32_t boxes = 0;

	json_array_foreach(objects, c, cluster) {
		if (strncmp(json_string_value(json_object_get(cluster, "name")), "cluster_", 8) != 0)
			continue;
		Area area = area_of(cluster);
		boxes++;
		json_array_foreach(objects, n, node) {
			double x, y;
			if (!json_object_get(node, "pos"))
				continue;
			place_of(node, &x, &y);
			bool inside = x > area.left && x < area.right && y > area.bottom && y < area.top;
			assert_int_equal(inside, is_member(cluster, n));
		}
	}
	return boxes;
}

static double size_of(json_t *object, const char *key)
{
	return 72 * strtod(json_string_value(json_object_get(object, key)), NULL);
}

/* No node on top of another. */
static void check_apart(json_t *objects)
{
	size_t i, k;
	json_t *a, *b;

	json_array_foreach(objects, i, a) {
		for (k = 0; k < i && json_object_get(a, "pos"); k++) {
			double ax, ay, bx, by;
			b = json_array_get(objects, k);
			if (!json_object_get(b, "pos"))
				continue;
			place_of(a, &ax, &ay);
			place_of(b, &bx, &by);
			double width = (size_of(a, "width") + size_of(b, "width")) / 2;
			double height = (size_of(a, "height") + size_of(b, "height")) / 2;
			assert_true(fabs(ax - bx) >= width - 1 || fabs(ay - by) >= height - 1);
		}
	}
}

static void check_counts(const View *view, const Graph *graph, json_t *objects)
{
	uint32_t drawn = 0, members = 0, values = view->columns[COLUMN_VALUE];
	size_t i;
	json_t *object;

	json_array_foreach(objects, i, object)
		drawn += json_object_get(object, "pos") != NULL &&
			strncmp(json_string_value(json_object_get(object, "name")), "column ", 7) != 0;
	for (uint32_t n = 0; n < view->nodes.len; n++)
		members += view->nodes.items[n].members;
	assert_int_equal(drawn, view->nodes.len);
	drawn -= values;
	members -= values;
	assert_true(members <= graph->nodes.len);
	Text words = {0};
	text_printf(&words, "%u drawn of %u nodes", drawn, graph->nodes.len);
	if (members < graph->nodes.len)
		text_printf(&words, ", %u not in this view", graph->nodes.len - members);
	if (members > drawn)
		text_printf(&words, ", %u folded into others", members - drawn);
	assert_non_null(strstr(str_text(view->subtitle), text_data(&words)));
	text_release(&words);
}

static uint32_t check_view(const Graph *graph, RenderOptions options)
{
	Diags diags = {0};
	Text dot = {0}, out = {0}, problem = {0};
	View view;
	uint32_t boxes = 0;

	assert_true(view_build(graph, &options, &view, &diags));
	assert_true(view.nodes.len <= 60);
	if (view.nodes.len && (view.shape == SHAPE_COLUMNS || view.shape == SHAPE_FREE)) {
		dot_print(&view, &options, dot_style_of(&view), &dot);
		assert_true(layout_render(text_data(&dot), "json0", 5, &out, &problem));
		json_t *root = json_loadb(out.data, out.len, 0, NULL);
		assert_non_null(root);
		json_t *objects = json_object_get(root, "objects");
		if (view.shape == SHAPE_COLUMNS)
			check_columns(&view, objects);
		check_apart(objects);
		boxes = check_boxes(objects);
		check_counts(&view, graph, objects);
		json_decref(root);
	}
	text_release(&dot);
	text_release(&out);
	text_release(&problem);
	view_release(&view);
	return boxes;
}

static void check_views(const Graph *graph, const char *model, const char *node)
{
	static const char *const groupings[] = { NULL, "function", "none" };

	for (const ViewKind *kind = view_kinds; kind->name; kind++) {
		for (size_t g = 0; g < sizeof groupings / sizeof *groupings; g++) {
			RenderOptions options = { .view = kind->name, .group_by = groupings[g] };
			options.argument = !kind->argument ? NULL : !strcmp(kind->argument, "MODEL") ? model : node;
			check_view(graph, options);
		}
	}
}

static void lays_out_what_it_says(void **state)
{
	Graph graph = {0};

	(void)state;
	make_for_all_views(&graph);
	check_views(&graph, "ctr", "user.age");
	assert_true(check_view(&graph, (RenderOptions){0}) >= 2);
	graph_release(&graph);
}

static void lays_out_hostile_names(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	graph.nodes.items[1].id = str_intern("signal:a<b>\"c\"&d");
	check_view(&graph, (RenderOptions){ .group_by = "none" });
	graph_release(&graph);
}

static void lays_out_large_graphs(void **state)
{
	Graph graph = {0};

	(void)state;
	make_large(&graph, 2000);
	check_views(&graph, "model_9", "signal_0");
	graph_release(&graph);
}

/* C to the power 2.4, by Newton's method for the fifth root of the square. */
static double linear(double c)
{
	double root = 1;

	if (c <= 0.03928)
		return c / 12.92;
	c = (c + 0.055) / 1.055;
	for (int i = 0; i < 60; i++)
		root -= (root * root * root * root * root - c * c) / (5 * root * root * root * root);
	return c * c * root;
}

static double brightness(const char *color)
{
	unsigned value = (unsigned)strtoul(color + 1, NULL, 16);
	const unsigned parts[] = { value >> 16 & 255, value >> 8 & 255, value & 255 };
	static const double weights[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++)
		sum += weights[i] * linear(parts[i] / 255.0);
	return sum;
}

static double contrast(const char *a, const char *b)
{
	double x = brightness(a), y = brightness(b);

	return (x > y ? x + 0.05 : y + 0.05) / (x > y ? y + 0.05 : x + 0.05);
}

/* The contrasts that WCAG 2.1 asks for: 4.5 for text, 3 for lines that carry meaning. */
static void has_contrast(void **state)
{
	(void)state;
	for (int dark = 0; dark < 2; dark++) {
		const Theme *theme = theme_of(dark);
		assert_true(contrast(theme->text, theme->background) >= 4.5);
		assert_true(contrast(theme->muted, theme->background) >= 4.5);
		assert_true(contrast(theme->text, theme->hidden.fill) >= 4.5);
		assert_true(contrast(theme->text, theme->unused.fill) >= 4.5);
		assert_true(contrast(theme->edge, theme->background) >= 3);
		assert_true(contrast(theme->feedback, theme->background) >= 3);
		assert_true(contrast(theme->cascade, theme->background) >= 3);
		for (Column c = 0; c < COLUMN_COUNT; c++) {
			assert_true(contrast(theme->text, theme->columns[c].fill) >= 4.5);
			assert_true(contrast(theme->muted, theme->columns[c].fill) >= 4.5);
			assert_true(contrast(theme->columns[c].line, theme->background) >= 3);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lays_out_what_it_says),
		cmocka_unit_test(lays_out_hostile_names),
		cmocka_unit_test(lays_out_large_graphs),
		cmocka_unit_test(has_contrast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
