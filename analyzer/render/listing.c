/*
 * Listings: the rows of a model's features, also used by the report, and the two texts made for terminals.
 */
#include "render/listing.h"

#include "render/label.h"
#include "render/lines.h"

#include <string.h>

enum { MAX_SITES = 2, NAME_WIDTH = 44, FROM_WIDTH = 60, AT_WIDTH = 24, MIN_FROM_WIDTH = 24 };

static Str take(Text *text)
{
	Str result = str_intern(text_data(text));

	text_release(text);
	return result;
}

static Str sites_text(const Sites *sites)
{
	Text text = {0};

	for (uint32_t i = 0; i < sites->len && i < MAX_SITES; i++) {
		text_put(&text, i ? ", " : "");
		label_site(&text, &sites->items[i], 0);
	}
	if (sites->len > MAX_SITES)
		text_printf(&text, " and %u more", sites->len - MAX_SITES);
	return take(&text);
}

static void put_edge_marks(const Edge *edge, Text *out)
{
	Text marks = {0};

	if (edge->kind != DEP_DATA)
		text_put(&marks, dep_kind_text(edge->kind));
	if (edge->state)
		text_printf(&marks, "%sfrom an earlier call", marks.len ? ", " : "");
	if (edge->unresolved)
		text_printf(&marks, "%snot fully resolved", marks.len ? ", " : "");
	if (marks.len)
		text_printf(out, " (%s)", text_data(&marks));
	text_release(&marks);
}

/* What NODE depends on, the strongest kind first. */
static Str sources_text(const Walk *walk, NodeId node)
{
	static const DepKind kinds[] = { DEP_DATA, DEP_INDEX, DEP_CONTROL };
	const Graph *graph = walk->graph;
	Text text = {0};

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
			const Edge *edge = &graph->edges.items[walk->in[i]];
			const Node *from = &graph->nodes.items[edge->from];
			if (edge->kind != kinds[k])
				continue;
			text_put(&text, text.len ? ", " : "");
			text_put(&text, str_text(from->kind == NODE_SIGNAL ? from->name : from->id));
			put_edge_marks(edge, &text);
		}
	}
	return take(&text);
}

static int compare_rows(const void *x, const void *y)
{
	const Node *a = ((const FeatureRow *)x)->first, *b = ((const FeatureRow *)y)->first;
	int order = str_compare(a->object, b->object);

	if (!order)
		order = (a->first > b->first) - (a->first < b->first);
	return order ? order : str_compare(a->id, b->id);
}

/* Joins B to the row A when it is the next element of the same object and equal but for its number. */
static bool row_join(FeatureRow *a, const FeatureRow *b)
{
	const Node *first = a->first, *next = b->first;
	int64_t last = first->last + (int64_t)(a->count - 1);

	if (str_empty(first->object) || !str_equal(first->object, next->object) || first->first < 0 ||
		first->first != first->last || next->first != next->last || next->first != last + 1 ||
		!str_equal(a->kind, b->kind) || !str_equal(a->from, b->from) || !str_equal(a->at, b->at) ||
		!str_equal(a->guards, b->guards))
		return false;
	a->count++;
	a->name = str_format("%s[%lld..%lld]", str_text(first->object), (long long)first->first, (long long)next->first);
	return true;
}

FeatureRows feature_rows(const Walk *walk, NodeId model)
{
	const Graph *graph = walk->graph;
	FeatureRows rows = {0};
	uint32_t kept = 0;

	for (uint32_t i = walk->in_start[model]; i < walk->in_start[model + 1]; i++) {
		const Edge *edge = &graph->edges.items[walk->in[i]];
		const Node *node = &graph->nodes.items[edge->from];
		Text kind = {0};
		text_put(&kind, dep_kind_text(edge->kind));
		if (edge->state)
			text_put(&kind, ", from an earlier call");
		vec_push(&rows, (FeatureRow){ node->kind == NODE_FEATURE ? node->label : node->id, take(&kind),
			sources_text(walk, edge->from), sites_text(&node->sites), sites_text(&node->guards), 1, node });
	}
	vec_sort(&rows, compare_rows);
	for (uint32_t i = 0; i < rows.len; i++)
		if (!kept || !row_join(&rows.items[kept - 1], &rows.items[i]))
			rows.items[kept++] = rows.items[i];
	rows.len = kept;
	return rows;
}

static void put_padded(Text *out, Str text, uint32_t width)
{
	Text cut = {0};

	label_cut(&cut, str_text(text), width);
	uint32_t used = label_width(text_data(&cut));
	label_plain(out, text_data(&cut));
	for (; used < width + 2; used++)
		text_char(out, ' ');
	text_release(&cut);
}

static uint32_t column_width(uint32_t width, Str text, uint32_t max)
{
	uint32_t needed = label_width(str_text(text));

	needed = needed > max ? max : needed;
	return needed > width ? needed : width;
}

/* The length of the first item of LIST; commas in parentheses do not end it. */
static size_t item_length(const char *list)
{
	size_t length = 0;

	for (int depth = 0; list[length] && (depth || strncmp(list + length, ", ", 2) != 0); length++)
		depth += (list[length] == '(') - (list[length] == ')' && depth);
	return length;
}

static uint32_t count_items(const char *list)
{
	uint32_t count = 0;

	for (; *list; count++) {
		list += item_length(list);
		list += *list ? 2 : 0;
	}
	return count;
}

/* LIST with as many items as fit into WIDTH, and the number of the others. */
static Str fit_list(Str list, uint32_t width)
{
	enum { MORE = 10 };
	const char *rest = str_text(list);
	Text fit = {0};

	if (label_width(rest) <= width)
		return list;
	for (uint32_t used = 0; *rest;) {
		size_t length = item_length(rest);
		uint32_t columns = label_width(str_text(str_intern_n(rest, length))) + (used ? 2 : 0);
		if (used && used + columns + MORE > width)
			break;
		text_put(&fit, used ? ", " : "");
		text_put_n(&fit, rest, length);
		used += columns;
		rest += length + (rest[length] ? 2 : 0);
	}
	if (*rest)
		text_printf(&fit, ", +%u more", count_items(rest));
	return take(&fit);
}

/* What a terminal of WIDTH columns leaves for the sources when NAMES columns are taken. */
static uint32_t from_width(uint32_t width, uint32_t names)
{
	uint32_t taken = names + AT_WIDTH + 6;

	if (!width || width > taken + FROM_WIDTH)
		return FROM_WIDTH;
	return width > taken + MIN_FROM_WIDTH ? width - taken : MIN_FROM_WIDTH;
}

static void print_row(const FeatureRow *row, const uint32_t *widths, Text *out)
{
	put_padded(out, row->name, widths[0]);
	put_padded(out, row->kind, widths[1]);
	put_padded(out, str_empty(row->from) ? str_intern("-") : fit_list(row->from, widths[2]), widths[2]);
	label_plain(out, str_text(row->at));
	if (!str_empty(row->guards)) {
		text_put(out, str_empty(row->at) ? "only if " : ", only if ");
		label_plain(out, str_text(row->guards));
	}
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	text_char(out, '\n');
}

static bool only_model(const Graph *graph, NodeId *model, Diags *diags)
{
	uint32_t models = 0;
	Text names = {0};

	for (NodeId n = 0; n < graph->nodes.len; n++) {
		if (graph->nodes.items[n].kind != NODE_MODEL)
			continue;
		*model = n;
		text_printf(&names, "%s%s", models++ ? ", " : "", str_text(graph->nodes.items[n].name));
	}
	if (models > 1)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "there are several models: give one of %s", text_data(&names));
	else if (!models)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "no model was found; name the inference call under models: in "
			"featdep.yml");
	text_release(&names);
	return models == 1;
}

static void print_node_line(const Graph *graph, NodeId id, const Colors *colors, Text *out)
{
	const Node *node = &graph->nodes.items[id];

	text_put(out, colors->bold);
	label_plain(out, str_text(node->id));
	text_put(out, colors->end);
	if (node->sites.len) {
		text_put(out, "  ");
		label_plain(out, str_text(sites_text(&node->sites)));
	}
	if (!str_empty(node->owner)) {
		text_put(out, "  owner ");
		label_plain(out, str_text(node->owner));
	}
	text_char(out, '\n');
}

bool features_print(const Graph *graph, const char *name, const ListingOptions *options, Text *out, Diags *diags)
{
	const Colors *colors = colors_of(options->color);
	uint32_t widths[] = { 7, 4, 4 }, count = 0;
	NodeId model;
	Walk walk;

	if (name ? !walk_find(graph, name, 1U << NODE_MODEL, &model, diags) : !only_model(graph, &model, diags))
		return false;
	walk_init(&walk, graph);
	FeatureRows rows = feature_rows(&walk, model);
	for (uint32_t i = 0; i < rows.len; i++) {
		widths[0] = column_width(widths[0], rows.items[i].name, NAME_WIDTH);
		widths[1] = column_width(widths[1], rows.items[i].kind, NAME_WIDTH);
		count += rows.items[i].count;
	}
	for (uint32_t i = 0; i < rows.len; i++)
		widths[2] = column_width(widths[2], rows.items[i].from, from_width(options->width, widths[0] + widths[1]));
	print_node_line(graph, model, colors, out);
	text_put(out, "is fed with ");
	label_count(out, count, "feature");
	text_char(out, '\n');
	if (rows.len) {
		text_put(out, "\n");
		print_row(&(FeatureRow){ str_intern("FEATURE"), str_intern("KIND"), str_intern("FROM"), str_intern("DEFINED AT"),
			(Str){0}, 0, NULL }, widths, out);
	}
	for (uint32_t i = 0; i < rows.len; i++)
		print_row(&rows.items[i], widths, out);
	vec_release(&rows);
	walk_release(&walk);
	return true;
}

/* The weakest kind on the way to NODE: what a change can do to it. */
static DepKind way_kind(const Graph *graph, const Reach *reach, NodeId node)
{
	DepKind kind = DEP_DATA;

	while (reach->distance[node]) {
		const Edge *edge = &graph->edges.items[reach->by[node]];
		kind = edge->kind < kind ? edge->kind : kind;
		node = edge->from;
	}
	return kind;
}

typedef struct { const Node *node; uint32_t distance; DepKind kind; } Reached;

static int compare_reached(const void *a, const void *b)
{
	const Reached *x = a, *y = b;

	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	int order = str_compare(x->node->object, y->node->object);
	if (!order)
		order = (x->node->first > y->node->first) - (x->node->first < y->node->first);
	return order ? order : str_compare(x->node->id, y->node->id);
}

static bool is_next(const Reached *a, const Reached *b)
{
	return a->distance == b->distance && a->kind == b->kind && !str_empty(a->node->object) && a->node->first >= 0 &&
		str_equal(a->node->object, b->node->object) && a->node->last + 1 == b->node->first;
}

/* One line for the nodes FIRST to LAST, which are consecutive elements when there are several. */
static void print_affected(const Reached *first, const Reached *last, Text *out)
{
	Str name = first->node->name;

	if (first != last)
		name = str_format("%s[%lld..%lld]", str_text(first->node->object), (long long)first->node->first,
			(long long)last->node->last);
	text_put(out, "  ");
	label_plain(out, str_text(name));
	text_printf(out, "  (%s, ", dep_kind_text(first->kind));
	label_count(out, first->distance, "step");
	text_put(out, first->node->sites.len ? ")  " : ")");
	label_plain(out, str_text(sites_text(&first->node->sites)));
	text_char(out, '\n');
}

static void print_reached(const Graph *graph, const Reach *reach, NodeKind kind, const Colors *colors, Text *out)
{
	VEC(Reached) all = {0};

	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == kind && reach_has(reach, n) && reach->distance[n])
			vec_push(&all, (Reached){ &graph->nodes.items[n], reach->distance[n], way_kind(graph, reach, n) });
	vec_sort(&all, compare_reached);
	if (all.len) {
		text_printf(out, "\n%s", colors->bold);
		label_count(out, all.len, node_kind_text(kind));
		text_printf(out, "%s\n", colors->end);
	}
	for (uint32_t i = 0, last; i < all.len; i = last + 1) {
		for (last = i; last + 1 < all.len && is_next(&all.items[last], &all.items[last + 1]); last++)
			continue;
		print_affected(&all.items[i], &all.items[last], out);
	}
	vec_release(&all);
}

bool impact_print(const Graph *graph, const char *name, const ListingOptions *options, Text *out, Diags *diags)
{
	static const NodeKind kinds[] = {
		NODE_CONSUMER, NODE_PREDICTION, NODE_MODEL, NODE_FEATURE, NODE_STORE, NODE_SIGNAL,
	};
	const Colors *colors = colors_of(options->color);
	NodeIds start = {0};
	NodeId node;
	Walk walk;

	if (!walk_find(graph, name, 0, &node, diags))
		return false;
	walk_init(&walk, graph);
	vec_push(&start, node);
	Reach reach = walk_reach(&walk, &start, WALK_FORWARD, options->depth, options->kinds);
	print_node_line(graph, node, colors, out);
	if (!walk_out_count(&walk, node))
		text_put(out, "affects nothing that was found\n");
	else
		text_put(out, "affects, when it changes:\n");
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		print_reached(graph, &reach, kinds[k], colors, out);
	reach_release(&reach);
	vec_release(&start);
	walk_release(&walk);
	return true;
}
