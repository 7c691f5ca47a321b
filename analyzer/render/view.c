/*
 * From a graph to what is drawn: the view selects, fold.c groups, words.c names, and here the groups become nodes. Drawn
 * nodes are ordered by column, box and name, so that pictures of similar graphs are similar.
 */
#include "render/view.h"

#include "render/label.h"
#include "render/select.h"
#include "render/words.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	Selection *selection;
	Folding folding;
	Str *boxes;         /* by node */
	uint32_t *position; /* by group: index of the drawn node */
	View *view;
} Build;

Column column_of(const Node *node)
{
	static const Column columns[] = {
		[NODE_SIGNAL] = COLUMN_SIGNAL, [NODE_STORE] = COLUMN_STATE, [NODE_FEATURE] = COLUMN_FEATURE,
		[NODE_MODEL] = COLUMN_MODEL, [NODE_PREDICTION] = COLUMN_PREDICTION, [NODE_CONSUMER] = COLUMN_CONSUMER,
	};

	return node->kind == NODE_SIGNAL && node->kept ? COLUMN_STATE : columns[node->kind];
}

const char *column_title(Column column)
{
	static const char *const titles[] = {
		[COLUMN_SIGNAL] = "Signals", [COLUMN_STATE] = "State", [COLUMN_FEATURE] = "Features",
		[COLUMN_MODEL] = "Models", [COLUMN_PREDICTION] = "Predictions", [COLUMN_CONSUMER] = "Consumers",
		[COLUMN_VALUE] = "Values",
	};

	return titles[column];
}

const char *column_noun(Column column)
{
	static const char *const nouns[COLUMN_COUNT] = { "signal", "state", "value", "feature", "model", "prediction",
		"consumer" };

	return nouns[column];
}

const char *mark_text(Mark mark)
{
	static const char *const texts[] = {
		[MARK_CONTEXT] = "context", [MARK_NONE] = "", [MARK_UNUSED] = "unused", [MARK_HIDDEN] = "undeclared",
		[MARK_FOCUS] = "focus",
	};

	return texts[mark];
}

static const Node *node_at(const Build *build, NodeId node)
{
	return &build->selection->graph->nodes.items[node];
}

static Str take(Text *text)
{
	Str result = str_intern(text_data(text));

	text_release(text);
	return result;
}

static Mark group_mark(const Build *build, const NodeIds *members)
{
	const uint8_t *marks = build->selection->marks;

	for (uint32_t i = 1; i < members->len; i++)
		if (marks[members->items[i]] != marks[members->items[0]])
			return MARK_NONE;
	return (Mark)marks[members->items[0]];
}

static uint32_t box_of(View *view, Column column, Str label)
{
	if (str_empty(label))
		return UINT32_MAX;
	for (uint32_t i = 0; i < view->boxes.len; i++)
		if (view->boxes.items[i].column == column && str_equal(view->boxes.items[i].label, label))
			return i;
	vec_push(&view->boxes, (ViewBox){ column, label });
	return view->boxes.len - 1;
}

static void draw_group(Build *build, uint32_t group)
{
	const NodeIds *members = &build->folding.groups.items[group];
	const Node *first = node_at(build, members->items[0]);
	Rest rest = (Rest)build->folding.rests.items[group];
	bool mixed = rest != REST_NONE && !words_same_object(build->selection, members);
	ViewNode *node = vec_add(&build->view->nodes);

	node->column = column_of(first);
	node->mark = group_mark(build, members);
	node->id = first->id;
	node->name = words_name(build->selection, members, rest);
	node->detail = words_detail(build->selection, members, rest);
	node->place = words_place(build->selection, members);
	node->site = *node_site(first);
	node->tip = words_tip(build->selection, members);
	node->members = members->len;
	vec_append(&node->nodes, members);
	node->has_rest = mixed;
	node->box = mixed ? UINT32_MAX : box_of(build->view, node->column, build->boxes[members->items[0]]);
	build->position[group] = build->view->nodes.len - 1;
}

typedef struct { uint32_t group; const Node *node; Str box; bool is_rest; } Order;

static int compare_order(const void *a, const void *b)
{
	const Order *x = a, *y = b;
	int order = (int)column_of(x->node) - (int)column_of(y->node);

	if (!order)
		order = (int)x->is_rest - (int)y->is_rest;
	if (!order)
		order = str_compare(x->box, y->box);
	if (!order)
		order = str_compare(x->node->object, y->node->object);
	if (!order)
		order = (x->node->first > y->node->first) - (x->node->first < y->node->first);
	return order ? order : str_compare(x->node->id, y->node->id);
}

static void draw_nodes(Build *build)
{
	VEC(Order) order = {0};

	for (uint32_t g = 0; g < build->folding.groups.len; g++) {
		const NodeIds *members = &build->folding.groups.items[g];
		vec_push(&order, (Order){ g, node_at(build, members->items[0]), build->boxes[members->items[0]],
			build->folding.rests.items[g] != REST_NONE && !words_same_object(build->selection, members) });
		build->view->columns[column_of(node_at(build, members->items[0]))] += members->len;
	}
	vec_sort(&order, compare_order);
	build->position = mem_calloc(order.len + 1, sizeof *build->position);
	for (uint32_t i = 0; i < order.len; i++)
		draw_group(build, order.items[i].group);
	vec_release(&order);
}

static bool is_feedback(const Build *build, const Edge *edge, const uint32_t *component)
{
	bool backward = column_of(node_at(build, edge->to)) <= column_of(node_at(build, edge->from));

	return (edge->state || backward) && component[edge->from] == component[edge->to];
}

static void draw_edge(Build *build, EdgeId id, bool feedback, Map *drawn)
{
	const Edge *edge = &build->selection->graph->edges.items[id];
	uint32_t from = build->position[build->folding.owner[edge->from]];
	uint32_t to = build->position[build->folding.owner[edge->to]], index;
	NodeKind source = node_at(build, edge->from)->kind, target = node_at(build, edge->to)->kind;
	View *view = build->view;

	if (from == to && (view->nodes.items[from].members > 1 || !feedback))
		return;
	if (!map_get(drawn, map_key(from * 2 + feedback, to), &index)) {
		index = view->edges.len;
		map_put(drawn, map_key(from * 2 + feedback, to), index);
		ViewEdge *new = vec_add(&view->edges);
		*new = (ViewEdge){ .from = from, .to = to, .kind = edge->kind, .feedback = feedback,
			.delayed = !feedback, .unresolved = true };
		new->backward = view->nodes.items[to].column <= view->nodes.items[from].column;
		new->tip = words_edge(build->selection, edge);
		if (edge->witness.len)
			new->site = vec_last(&edge->witness)->site;
	}
	ViewEdge *same = &view->edges.items[index];
	same->count++;
	same->kind = edge->kind > same->kind ? edge->kind : same->kind;
	same->unresolved = same->unresolved && edge->unresolved;
	same->delayed = same->delayed && edge->state;
	same->cascade |= source == NODE_PREDICTION && (target == NODE_FEATURE || target == NODE_MODEL) && !feedback;
}

static int compare_edges(const void *a, const void *b)
{
	const ViewEdge *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (int)x->feedback - (int)y->feedback;
}

static void draw_edges(Build *build)
{
	const Selection *selection = build->selection;
	uint32_t *component = walk_components(&selection->walk);
	Map drawn = {0};

	for (EdgeId e = 0; e < selection->graph->edges.len; e++)
		if (bitset_has(&selection->edges, e))
			draw_edge(build, e, is_feedback(build, &selection->graph->edges.items[e], component), &drawn);
	vec_sort(&build->view->edges, compare_edges);
	for (uint32_t i = 0; i < build->view->edges.len; i++) {
		ViewEdge *edge = &build->view->edges.items[i];
		if (edge->count > 1)
			edge->tip = str_format("%u edges, one is %s", edge->count, str_text(edge->tip));
	}
	map_release(&drawn);
	free(component);
}

typedef enum { GROUP_NONE, GROUP_MODULE, GROUP_FILE, GROUP_FUNCTION, GROUP_REASON } Grouping;

static bool grouping_of(const Selection *selection, Grouping *grouping, Diags *diags)
{
	static const char *const names[] = { "none", "module", "file", "function" };
	enum { NAMES = sizeof names / sizeof *names };
	const char *asked = selection->options->group_by;

	*grouping = GROUP_FILE;
	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (!str_empty(selection->graph->nodes.items[n].module))
			*grouping = GROUP_MODULE;
	if (selection->group_reasons)
		*grouping = GROUP_REASON;
	if (!asked)
		return true;
	for (int i = 0; i < NAMES; i++) {
		if (!strcmp(asked, names[i])) {
			*grouping = (Grouping)i;
			return true;
		}
	}
	const char *nearest = nearest_name(asked, names, NAMES);
	diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "cannot group by \"%s\"; %s", asked,
		nearest ? str_text(str_format("did you mean \"%s\"?", nearest)) : "use module, file, function or none");
	return false;
}

static Str box_label(const Selection *selection, Grouping grouping, NodeId id)
{
	const Node *node = &selection->graph->nodes.items[id];

	switch (grouping) {
	case GROUP_MODULE:
		return node->module;
	case GROUP_FILE:
		return node_site(node)->file;
	case GROUP_FUNCTION:
		return node_site(node)->function;
	case GROUP_REASON:
		return selection->marks[id] == MARK_CONTEXT ? (Str){0} : selection->reasons[id];
	case GROUP_NONE:
		break;
	}
	return (Str){0};
}

static Str view_subtitle(const View *view)
{
	uint32_t selected = 0;
	Text text = {0};

	for (Column c = 0; c < COLUMN_COUNT; c++)
		selected += view->columns[c];
	if (!view->nodes.len)
		return str_format("none of %u nodes", view->total_nodes);
	words_drawn(view->nodes.len, selected, view->total_nodes, &text);
	text_printf(&text, "; %u drawn of %u edges", view->edges.len, view->total_edges);
	return take(&text);
}

static Str matrix_subtitle(const View *view)
{
	uint32_t drawn = 0, sources = view->columns[COLUMN_SIGNAL] + view->columns[COLUMN_STATE] +
		view->columns[COLUMN_PREDICTION];

	for (uint32_t i = 0; i < view->nodes.len; i++)
		drawn += view_is_row(&view->nodes.items[i]);
	Text text = {0};
	label_count(&text, drawn, "row");
	text_put(&text, " for ");
	label_count(&text, sources, "source");
	text_put(&text, ", ");
	label_count(&text, view->nodes.len - drawn, "column");
	text_printf(&text, " for %u models and features; ", view->columns[COLUMN_MODEL] + view->columns[COLUMN_FEATURE]);
	label_count(&text, view->edges.len, "cell");
	text_put(&text, " of ");
	text_printf(&text, view->total_edges == 1 ? "%u dependency" : "%u dependencies", view->total_edges);
	return take(&text);
}

static void build_words(View *view, const Selection *selection)
{
	const Graph *graph = selection->graph;

	view->title = selection_title(selection);
	view->total_nodes = graph->nodes.len;
	view->total_edges = graph->edges.len;
	view->shape = selection->shape;
	view->subtitle = view->shape == SHAPE_MATRIX ? matrix_subtitle(view) : view_subtitle(view);
	if (!view->nodes.len) {
		view->empty = selection->empty;
		view->advice = selection->advice;
	}
}

static void build_selection(Selection *selection, Grouping grouping, View *view)
{
	const Graph *graph = selection->graph;
	Build build = { .selection = selection, .view = view };

	build.boxes = mem_calloc(graph->nodes.len + 1, sizeof *build.boxes);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		build.boxes[n] = box_label(selection, grouping, n);
	fold_selection(selection, build.boxes, &build.folding);
	draw_nodes(&build);
	draw_edges(&build);
	build_words(view, selection);
	folding_release(&build.folding);
	free(build.boxes);
	free(build.position);
}

static const ViewKind *view_kind_find(const char *name, Diags *diags)
{
	enum { MAX_VIEWS = 32 };
	const char *names[MAX_VIEWS];
	size_t count = 0;
	Text known = {0};

	for (; view_kinds[count].name && count < MAX_VIEWS; count++) {
		if (!strcmp(view_kinds[count].name, name))
			return text_release(&known), &view_kinds[count];
		names[count] = view_kinds[count].name;
		text_printf(&known, "%s%s", count ? ", " : "", names[count]);
	}
	const char *nearest = nearest_name(name, names, count);
	if (nearest)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "unknown view \"%s\"; did you mean \"%s\"?", name, nearest);
	else
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "unknown view \"%s\"; known are %s", name, text_data(&known));
	text_release(&known);
	return NULL;
}

/* What the options leave of a selection. */
static bool selection_limit(Selection *selection, const Graph *graph, Diags *diags)
{
	const char *select = selection->options->select;
	bool was_empty = !bitset_count(&selection->nodes);
	Walk whole;

	if (!select || !*select)
		return true;
	walk_init(&whole, graph);
	bool ok = selection_restrict(selection, &whole, select, diags);
	walk_release(&whole);
	if (ok && !was_empty && !bitset_count(&selection->nodes)) {
		selection->empty = str_format("nothing of this view is selected by %s", select);
		selection->advice = str_intern("select less narrowly: +x takes in what x depends on, x+ what depends on it");
	}
	return ok;
}

static bool build_kind(const ViewKind *kind, const Graph *graph, Selection *selection, View *view, Diags *diags)
{
	uint32_t nodes = selection->graph->nodes.len;
	Grouping grouping;

	selection->marks = mem_calloc(nodes + 1, sizeof *selection->marks);
	selection->reasons = mem_calloc(nodes + 1, sizeof *selection->reasons);
	walk_init(&selection->walk, selection->graph);
	for (NodeId n = 0; n < nodes && kind->build; n++)
		bitset_add(&selection->nodes, n);
	bool ok = (kind->build || kind->select(selection, selection->options->argument, diags)) &&
		selection_limit(selection, graph, diags) &&
		(kind->build ? kind->build(selection, selection->options->argument, view, diags) :
		grouping_of(selection, &grouping, diags));
	if (ok && !kind->build)
		build_selection(selection, grouping, view);
	if (ok && kind->finish)
		kind->finish(selection, view);
	walk_release(&selection->walk);
	bitset_release(&selection->nodes);
	bitset_release(&selection->edges);
	free(selection->marks);
	free(selection->reasons);
	return ok;
}

bool view_build(const Graph *graph, const RenderOptions *options, View *view, Diags *diags)
{
	const ViewKind *kind = view_kind_find(options->view ? options->view : view_kinds[0].name, diags);
	Graph derived = {0};
	Selection selection = { .graph = graph, .options = options };

	*view = (View){0};
	if (!kind)
		return false;
	if (kind->no_nodes && options->select && *options->select) {
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "the view \"%s\" draws no nodes, so that it takes no selector: \"%s\"",
			kind->name, options->select);
		return false;
	}
	if (kind->derive) {
		kind->derive(graph, &derived);
		selection.graph = &derived;
	}
	bool ok = build_kind(kind, graph, &selection, view, diags);
	/* What the nodes and edges of a derived graph hold belongs to the whole one. */
	vec_release(&derived.nodes);
	vec_release(&derived.edges);
	return ok;
}

bool view_is_row(const ViewNode *node)
{
	return node->column == COLUMN_SIGNAL || node->column == COLUMN_STATE || node->column == COLUMN_PREDICTION;
}

void view_release(View *view)
{
	for (uint32_t i = 0; i < view->nodes.len; i++)
		vec_release(&view->nodes.items[i].nodes);
	vec_release(&view->nodes);
	vec_release(&view->edges);
	vec_release(&view->boxes);
	*view = (View){0};
}
