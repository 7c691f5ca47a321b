/*
 * `featdep impact`: the tree of a breadth-first search, so that each node is shown once, where it is nearest.
 */
#include "render/listing_parts.h"

#include "render/label.h"

#include <stdlib.h>

typedef struct {
	const Graph *graph;
	const Reach *reach;
	NodeIds *children; /* by node: those reached first from it */
	Tree tree;
} Impact;

static void print_affected(Impact *impact, const NodeIds *parents);

/* One line for the nodes FIRST to LAST, which are consecutive elements when there are several, and what is below. */
static void print_reached(Impact *impact, const Linked *first, const Linked *last, bool is_last)
{
	Str name = linked_name(first, last);
	Text marks = {0};
	NodeIds members = {0};

	for (const Linked *r = first; r <= last; r++)
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
	LinkedList all = {0};

	for (uint32_t p = 0; p < parents->len; p++) {
		const NodeIds *children = &impact->children[parents->items[p]];
		for (uint32_t i = 0; i < children->len; i++) {
			NodeId id = children->items[i];
			const Edge *by = &impact->graph->edges.items[impact->reach->by[id]];
			vec_push(&all, (Linked){ id, &impact->graph->nodes.items[id], by });
		}
	}
	vec_sort(&all, linked_order);
	for (uint32_t i = 0, last; i < all.len; i = last + 1) {
		last = linked_last(&all, i);
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
	Impact impact = { graph, &reach, mem_calloc(graph->nodes.len + 1, sizeof(NodeIds)), listing_tree(options, out) };
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (reach_has(&reach, n) && reach.distance[n])
			vec_push(&impact.children[graph->edges.items[reach.by[n]].from], n);
	listing_root(&impact.tree, &graph->nodes.items[node]);
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
