/*
 * Listings: the rows of a model's features, also used by the report, and the two trees made for terminals.
 */
#include "render/listing.h"

#include "render/label.h"
#include "render/tree.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_SITES = 2, SOURCE_DEPTH = 2 };

static Str take(Text *text)
{
	Str result = str_intern(text_data(text));

	text_release(text);
	return result;
}

/* The first places, each line once. */
static Str sites_text(const Sites *sites)
{
	Text text = {0};
	uint32_t shown = 0, others = 0;

	for (uint32_t i = 0; i < sites->len; i++) {
		const Site *site = &sites->items[i], *before = i ? site - 1 : NULL;
		if (before && before->line == site->line && str_equal(before->file, site->file))
			continue;
		if (shown == MAX_SITES) {
			others++;
			continue;
		}
		text_put(&text, shown++ ? ", " : "");
		label_site(&text, site, 0);
	}
	if (others)
		text_printf(&text, " and %u more", others);
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

static Tree tree_of(const ListingOptions *options, Text *out)
{
	return (Tree){ .colors = colors_of(options->color), .width = options->width, .ascii = options->ascii, .out = out };
}

static void print_root(Tree *tree, const Node *node)
{
	Text place = {0};

	text_put(&place, str_text(sites_text(&node->sites)));
	if (!str_empty(node->owner))
		text_printf(&place, "%sowner %s", place.len ? ", " : "", str_text(node->owner));
	tree_root(tree, str_text(node->id), "", text_data(&place));
	text_release(&place);
}

/* What NODE depends on, the strongest kind first, and DEPTH levels of what that depends on. */
static void print_sources(Tree *tree, const Walk *walk, NodeId node, uint32_t depth)
{
	static const DepKind kinds[] = { DEP_DATA, DEP_INDEX, DEP_CONTROL };
	uint32_t left = walk_in_count(walk, node);

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
			const Edge *edge = &walk->graph->edges.items[walk->in[i]];
			const Node *from = &walk->graph->nodes.items[edge->from];
			Text marks = {0};
			if (edge->kind != kinds[k])
				continue;
			bool last = !--left;
			put_edge_marks(edge, &marks);
			tree_line(tree, last, str_text(from->kind == NODE_SIGNAL ? from->name : from->id),
				text_data(&marks) + (marks.len > 0), str_text(sites_text(&from->sites)));
			text_release(&marks);
			if (!depth || from->kind == NODE_SIGNAL || from->kind == NODE_MODEL)
				continue;
			size_t level = tree_down(tree, last);
			print_sources(tree, walk, edge->from, depth - 1);
			tree_up(tree, level);
		}
	}
}

static void print_row(Tree *tree, const Walk *walk, const FeatureRow *row, bool last)
{
	Text marks = {0}, place = {0};

	if (strcmp(str_text(row->kind), dep_kind_text(DEP_DATA)) != 0)
		text_printf(&marks, "(%s)", str_text(row->kind));
	text_put(&place, str_text(row->at));
	if (!str_empty(row->guards))
		text_printf(&place, "%sonly if %s", place.len ? ", " : "", str_text(row->guards));
	tree_line(tree, last, str_text(row->name), text_data(&marks), text_data(&place));
	size_t level = tree_down(tree, last);
	print_sources(tree, walk, (NodeId)(row->first - walk->graph->nodes.items), SOURCE_DEPTH);
	tree_up(tree, level);
	text_release(&marks);
	text_release(&place);
}

bool features_print(const Graph *graph, const char *name, const ListingOptions *options, Text *out, Diags *diags)
{
	Tree tree = tree_of(options, out);
	uint32_t count = 0;
	NodeId model;
	Walk walk;

	if (name ? !walk_find(graph, name, 1U << NODE_MODEL, &model, diags) : !only_model(graph, &model, diags))
		return false;
	walk_init(&walk, graph);
	FeatureRows rows = feature_rows(&walk, model);
	for (uint32_t i = 0; i < rows.len; i++)
		count += rows.items[i].count;
	print_root(&tree, &graph->nodes.items[model]);
	text_put(out, "is fed with ");
	label_count(out, count, "feature");
	text_char(out, '\n');
	for (uint32_t i = 0; i < rows.len; i++)
		print_row(&tree, &walk, &rows.items[i], i + 1 == rows.len);
	vec_release(&rows);
	walk_release(&walk);
	tree_release(&tree);
	return true;
}

typedef struct {
	const Graph *graph;
	const Reach *reach;
	NodeIds *children; /* by node: those reached first from it */
	Tree tree;
} Impact;

typedef struct { NodeId id; const Node *node; const Edge *by; } Reached;

typedef VEC(Reached) ReachedList;

/* What people look for first, then elements in order. */
static int compare_reached(const void *a, const void *b)
{
	static const uint8_t order_of_kind[] = {
		[NODE_FEATURE] = 0, [NODE_STORE] = 1, [NODE_MODEL] = 2, [NODE_PREDICTION] = 3, [NODE_CONSUMER] = 4, [NODE_SIGNAL] = 5,
	};
	const Reached *x = a, *y = b;
	int order = (int)order_of_kind[x->node->kind] - (int)order_of_kind[y->node->kind];

	if (!order)
		order = str_compare(x->node->object, y->node->object);
	if (!order)
		order = (x->node->first > y->node->first) - (x->node->first < y->node->first);
	return order ? order : str_compare(x->node->id, y->node->id);
}

static bool is_next(const Reached *a, const Reached *b)
{
	return a->by->kind == b->by->kind && a->by->state == b->by->state && a->by->unresolved == b->by->unresolved &&
		!str_empty(a->node->object) && a->node->first >= 0 && str_equal(a->node->object, b->node->object) &&
		a->node->last + 1 == b->node->first;
}

static void print_affected(Impact *impact, const NodeIds *parents);

/* One line for the nodes FIRST to LAST, which are consecutive elements when there are several, and what is below. */
static void print_reached(Impact *impact, const Reached *first, const Reached *last, bool is_last)
{
	Str name = first->node->id;
	Text marks = {0};
	NodeIds members = {0};

	if (first != last)
		name = str_format("%s:%s[%lld..%lld]", node_kind_text(first->node->kind), str_text(first->node->object),
			(long long)first->node->first, (long long)last->node->last);
	for (const Reached *r = first; r <= last; r++)
		vec_push(&members, r->id);
	put_edge_marks(first->by, &marks);
	tree_line(&impact->tree, is_last, str_text(name), text_data(&marks) + (marks.len > 0),
		str_text(sites_text(&first->node->sites)));
	size_t level = tree_down(&impact->tree, is_last);
	print_affected(impact, &members);
	tree_up(&impact->tree, level);
	text_release(&marks);
	vec_release(&members);
}

static void print_affected(Impact *impact, const NodeIds *parents)
{
	ReachedList all = {0};

	for (uint32_t p = 0; p < parents->len; p++) {
		const NodeIds *children = &impact->children[parents->items[p]];
		for (uint32_t i = 0; i < children->len; i++) {
			NodeId id = children->items[i];
			const Edge *by = &impact->graph->edges.items[impact->reach->by[id]];
			vec_push(&all, (Reached){ id, &impact->graph->nodes.items[id], by });
		}
	}
	vec_sort(&all, compare_reached);
	for (uint32_t i = 0, last; i < all.len; i = last + 1) {
		for (last = i; last + 1 < all.len && is_next(&all.items[last], &all.items[last + 1]); last++)
			continue;
		print_reached(impact, &all.items[i], &all.items[last], last + 1 == all.len);
	}
	vec_release(&all);
}

/* "affects 2 features, 1 model and 3 consumers" */
static void print_counts(const Graph *graph, const Reach *reach, Text *out)
{
	static const NodeKind kinds[] = {
		NODE_FEATURE, NODE_STORE, NODE_MODEL, NODE_PREDICTION, NODE_CONSUMER, NODE_SIGNAL,
	};
	bool any = false;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count = 0;
		for (NodeId n = 0; n < graph->nodes.len; n++)
			count += graph->nodes.items[n].kind == kinds[k] && reach_has(reach, n) && reach->distance[n];
		if (!count)
			continue;
		text_put(out, any ? ", " : "affects ");
		label_count(out, count, node_kind_text(kinds[k]));
		any = true;
	}
	text_put(out, any ? "\n" : "affects nothing that was found\n");
}

bool impact_print(const Graph *graph, const char *name, const ListingOptions *options, Text *out, Diags *diags)
{
	NodeIds start = {0};
	NodeId node;
	Walk walk;

	if (!walk_find(graph, name, 0, &node, diags))
		return false;
	walk_init(&walk, graph);
	vec_push(&start, node);
	Reach reach = walk_reach(&walk, &start, WALK_FORWARD, options->depth, options->kinds);
	Impact impact = { graph, &reach, mem_calloc(graph->nodes.len + 1, sizeof(NodeIds)), tree_of(options, out) };
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (reach_has(&reach, n) && reach.distance[n])
			vec_push(&impact.children[graph->edges.items[reach.by[n]].from], n);
	print_root(&impact.tree, &graph->nodes.items[node]);
	print_counts(graph, &reach, out);
	print_affected(&impact, &start);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		vec_release(&impact.children[n]);
	free(impact.children);
	tree_release(&impact.tree);
	reach_release(&reach);
	vec_release(&start);
	walk_release(&walk);
	return true;
}
