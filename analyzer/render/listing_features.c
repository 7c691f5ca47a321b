/*
 * `featdep features`: below each feature what it rests on, and below that, some levels down, what that rests on.
 * Everything is shown once: of a thing that has a line of its own, whose sources stand above, or that rests on the same
 * as something above, only that is said. So the tree is no longer than the edges it tells of, however they are shared.
 */
#include "render/listing_parts.h"

#include "base/map.h"
#include "render/label.h"

#include <stdlib.h>
#include <string.h>

enum { SOURCE_LEVELS = 3, FEW_SOURCES = 3, MANY_NAMES = 5 };

typedef struct {
	const Walk *walk;
	Tree tree;
	uint8_t *levels; /* by node: how many levels of what it rests on are shown */
	Bitset rows;     /* nodes with a line of their own, which shows them */
	Map same;        /* Str.i of sources as text → Str.i of the name of what they were first shown for */
} FeatureTree;

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

/* The record of a value that the program keeps; empty for others. */
static Str record_of(const Node *node)
{
	const char *name = str_text(node->name);
	size_t length = strcspn(name, ".");

	return node->kept && name[length] ? str_intern_n(name, length) : (Str){0};
}

static int marks_of(const Edge *edge)
{
	return edge->state << 1 | edge->unresolved;
}

/* The strongest kind first, what the program keeps last and by record. */
static int source_order(const void *a, const void *b)
{
	const Linked *x = a, *y = b;
	int order = (int)y->by->kind - (int)x->by->kind;

	if (!order)
		order = (int)x->node->kept - (int)y->node->kept;
	if (!order && x->node->kept)
		order = str_compare(record_of(x->node), record_of(y->node));
	if (!order && x->node->kept)
		order = marks_of(x->by) - marks_of(y->by);
	return order ? order : linked_order(a, b);
}

/* Whether one line may stand for both: elements, or values kept in one record. */
static bool joins(const Linked *a, const Linked *b)
{
	Str record = record_of(a->node);

	return linked_next(a, b) || (!str_empty(record) && str_equal(record, record_of(b->node)) &&
		a->by->kind == b->by->kind && marks_of(a->by) == marks_of(b->by));
}

static Str source_name(const Linked *first, const Linked *last)
{
	Str record = record_of(first->node);
	uint32_t count = (uint32_t)(last - first) + 1;
	Text text = {0};

	if (first == last && first->node->kind == NODE_SIGNAL)
		return first->node->name;
	if (str_empty(record))
		return linked_name(first, last);
	text_printf(&text, "%s.{", str_text(record));
	for (uint32_t i = 0; i < count && i < MANY_NAMES; i++)
		text_printf(&text, "%s%s", i ? ", " : "", str_text(first[i].node->name) + str_length(record) + 1);
	text_printf(&text, count > MANY_NAMES ? ", +%u more}" : "}", count - MANY_NAMES);
	Str name = str_intern(text_data(&text));
	text_release(&text);
	return name;
}

static int node_order(const void *a, const void *b)
{
	const Linked *x = a, *y = b;

	return x->id != y->id ? (x->id > y->id) - (x->id < y->id) : (int)y->by->kind - (int)x->by->kind;
}

/* What MEMBERS depend on, each once with its strongest edge. The caller releases it. */
static LinkedList sources_of(const Walk *walk, const NodeIds *members)
{
	LinkedList list = {0};
	uint32_t kept = 0;

	for (uint32_t m = 0; m < members->len; m++) {
		NodeId member = members->items[m];
		for (uint32_t i = walk->in_start[member]; i < walk->in_start[member + 1]; i++) {
			const Edge *edge = &walk->graph->edges.items[walk->in[i]];
			vec_push(&list, (Linked){ edge->from, &walk->graph->nodes.items[edge->from], edge });
		}
	}
	vec_sort(&list, node_order);
	for (uint32_t i = 0; i < list.len; i++)
		if (!kept || list.items[kept - 1].id != list.items[i].id)
			list.items[kept++] = list.items[i];
	list.len = kept;
	vec_sort(&list, source_order);
	return list;
}

/* The name of what LIST was shown for before; now shown for NAME, and empty, when it was not. */
static Str shown_for(FeatureTree *tree, const LinkedList *list, Str name)
{
	Text text = {0};
	uint32_t first;

	for (uint32_t i = 0; i < list->len; i++) {
		const Edge *edge = list->items[i].by;
		text_printf(&text, "%u.%u ", list->items[i].id, (unsigned)edge->kind << 2 | edge->state << 1 | edge->unresolved);
	}
	Str key = str_intern(text_data(&text));
	text_release(&text);
	if (map_get(&tree->same, key.i, &first))
		return (Str){ first };
	map_put(&tree->same, key.i, name.i);
	return (Str){0};
}

static void print_sources(FeatureTree *tree, const NodeIds *members, Str name, uint8_t levels);

/* Those of FIRST to LAST whose sources are to be shown in LEVELS levels, and are not yet. */
static NodeIds members_left(FeatureTree *tree, const Linked *first, const Linked *last, uint8_t levels)
{
	NodeIds left = {0};

	for (const Linked *l = first; l <= last; l++) {
		bool ends = l->node->kind == NODE_SIGNAL || l->node->kind == NODE_MODEL || bitset_has(&tree->rows, l->id);
		if (ends || tree->levels[l->id] >= levels)
			continue;
		tree->levels[l->id] = levels;
		vec_push(&left, l->id);
	}
	return left;
}

static const char *where_else(const FeatureTree *tree, const Linked *first, const Linked *last)
{
	bool on_row = true, above = true;

	for (const Linked *l = first; l <= last; l++) {
		on_row &= bitset_has(&tree->rows, l->id);
		above &= tree->levels[l->id] > 0 && walk_in_count(tree->walk, l->id);
	}
	return on_row ? "see its own line" : above ? "see above" : "";
}

/* One line for FIRST to LAST, and LEVELS levels below it. */
static void print_source(FeatureTree *tree, const Linked *first, const Linked *last, uint8_t levels, bool is_last)
{
	Str name = source_name(first, last);
	const char *elsewhere = where_else(tree, first, last);
	NodeIds left = members_left(tree, first, last, levels);
	Text marks = {0};

	put_edge_marks(first->by, &marks);
	if (!left.len && *elsewhere)
		text_printf(&marks, " [%s]", elsewhere);
	tree_line(&tree->tree, is_last, str_text(name), text_data(&marks) + (marks.len > 0),
		str_text(sites_text(&first->node->sites)));
	if (left.len) {
		size_t level = tree_down(&tree->tree, is_last);
		print_sources(tree, &left, name, levels);
		tree_up(&tree->tree, level);
	}
	text_release(&marks);
	vec_release(&left);
}

/* What MEMBERS, shown as NAME, depend on, and LEVELS - 1 levels of what that depends on. */
static void print_sources(FeatureTree *tree, const NodeIds *members, Str name, uint8_t levels)
{
	LinkedList list = sources_of(tree->walk, members);
	Str before = list.len > FEW_SOURCES ? shown_for(tree, &list, name) : (Str){0};

	if (!str_empty(before))
		tree_line(&tree->tree, true, str_text(str_format("the same %u as %s", list.len, str_text(before))), "", "");
	for (uint32_t i = 0, last; i < list.len && str_empty(before); i = last + 1) {
		for (last = i; last + 1 < list.len && joins(&list.items[last], &list.items[last + 1]); last++)
			continue;
		print_source(tree, &list.items[i], &list.items[last], (uint8_t)(levels - 1), last + 1 == list.len);
	}
	vec_release(&list);
}

static void print_row(FeatureTree *tree, const FeatureRow *row, bool last)
{
	Text marks = {0}, place = {0};
	NodeIds members = {0};

	if (strcmp(str_text(row->kind), dep_kind_text(DEP_DATA)) != 0)
		text_printf(&marks, "(%s)", str_text(row->kind));
	text_put(&place, str_text(row->at));
	if (!str_empty(row->guards))
		text_printf(&place, "%sonly if %s", place.len ? ", " : "", str_text(row->guards));
	tree_line(&tree->tree, last, str_text(row->name), text_data(&marks), text_data(&place));
	size_t level = tree_down(&tree->tree, last);
	vec_push(&members, (NodeId)(row->first - tree->walk->graph->nodes.items));
	print_sources(tree, &members, row->name, SOURCE_LEVELS);
	tree_up(&tree->tree, level);
	vec_release(&members);
	text_release(&marks);
	text_release(&place);
}

static void print_rows(FeatureTree *tree, NodeId model)
{
	const Walk *walk = tree->walk;
	FeatureRows rows = feature_rows(walk, model);
	uint32_t count = 0;

	for (uint32_t i = walk->in_start[model]; i < walk->in_start[model + 1]; i++)
		bitset_add(&tree->rows, walk->graph->edges.items[walk->in[i]].from);
	for (uint32_t i = 0; i < rows.len; i++)
		count += rows.items[i].count;
	listing_root(&tree->tree, &walk->graph->nodes.items[model]);
	text_put(tree->tree.out, "is fed with ");
	label_count(tree->tree.out, count, "feature");
	text_char(tree->tree.out, '\n');
	for (uint32_t i = 0; i < rows.len; i++)
		print_row(tree, &rows.items[i], i + 1 == rows.len);
	vec_release(&rows);
}

bool features_print(const Graph *graph, const char *name, const ListingOptions *options, Text *out, Diags *diags)
{
	NodeId model;
	Walk walk;

	if (name ? !walk_find(graph, name, 1U << NODE_MODEL, &model, diags) : !only_model(graph, &model, diags))
		return false;
	walk_init(&walk, graph);
	FeatureTree tree = { .walk = &walk, .tree = listing_tree(options, out),
		.levels = mem_calloc(graph->nodes.len + 1, sizeof *tree.levels) };
	print_rows(&tree, model);
	map_release(&tree.same);
	bitset_release(&tree.rows);
	free(tree.levels);
	tree_release(&tree.tree);
	walk_release(&walk);
	return true;
}
