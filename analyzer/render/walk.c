/*
 * The renderers' own small view of a graph: adjacency in two flat arrays, breadth-first search, Tarjan's components
 * without recursion, and the names people type.
 */
#include "render/walk.h"

#include <stdlib.h>
#include <string.h>

static void index_edges(const Graph *graph, bool out, uint32_t **start, EdgeId **edges)
{
	uint32_t nodes = graph->nodes.len;

	*start = mem_calloc(nodes + 2, sizeof **start);
	*edges = mem_calloc(graph->edges.len + 1, sizeof **edges);
	for (EdgeId e = 0; e < graph->edges.len; e++)
		(*start)[(out ? graph->edges.items[e].from : graph->edges.items[e].to) + 2]++;
	for (uint32_t n = 2; n < nodes + 2; n++)
		(*start)[n] += (*start)[n - 1];
	for (EdgeId e = 0; e < graph->edges.len; e++)
		(*edges)[(*start)[(out ? graph->edges.items[e].from : graph->edges.items[e].to) + 1]++] = e;
}

void walk_init(Walk *walk, const Graph *graph)
{
	*walk = (Walk){ .graph = graph };
	index_edges(graph, true, &walk->out_start, &walk->out);
	index_edges(graph, false, &walk->in_start, &walk->in);
}

void walk_release(Walk *walk)
{
	free(walk->out_start);
	free(walk->in_start);
	free(walk->out);
	free(walk->in);
	*walk = (Walk){0};
}

static bool kind_wanted(uint32_t kinds, uint32_t kind)
{
	return !kinds || (kinds >> kind & 1);
}

static void reach_step(const Walk *walk, Reach *reach, NodeId node, WalkDirection direction, uint32_t kinds,
	NodeIds *queue)
{
	bool forward = direction == WALK_FORWARD;
	const uint32_t *start = forward ? walk->out_start : walk->in_start;
	const EdgeId *edges = forward ? walk->out : walk->in;

	for (uint32_t i = start[node]; i < start[node + 1]; i++) {
		const Edge *edge = &walk->graph->edges.items[edges[i]];
		NodeId next = forward ? edge->to : edge->from;
		if (!kind_wanted(kinds, edge->kind) || reach_has(reach, next))
			continue;
		reach->distance[next] = reach->distance[node] + 1;
		reach->by[next] = edges[i];
		vec_push(queue, next);
	}
}

Reach walk_reach(const Walk *walk, const NodeIds *starts, WalkDirection direction, uint32_t depth, uint32_t kinds)
{
	uint32_t nodes = walk->graph->nodes.len;
	Reach reach = { mem_alloc((nodes + 1) * sizeof(uint32_t)), mem_calloc(nodes + 1, sizeof(EdgeId)) };
	NodeIds queue = {0};

	memset(reach.distance, 0xff, (nodes + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < starts->len; i++) {
		reach.distance[starts->items[i]] = 0;
		vec_push(&queue, starts->items[i]);
	}
	for (uint32_t i = 0; i < queue.len; i++)
		if (!depth || reach.distance[queue.items[i]] < depth)
			reach_step(walk, &reach, queue.items[i], direction, kinds, &queue);
	vec_release(&queue);
	return reach;
}

void reach_release(Reach *reach)
{
	free(reach->distance);
	free(reach->by);
	*reach = (Reach){0};
}

typedef struct {
	const Walk *walk;
	uint32_t *order, *low, *next, *component;
	NodeIds path, open;
	uint32_t visited, components;
} Tarjan;

static void tarjan_enter(Tarjan *t, NodeId node)
{
	t->order[node] = t->low[node] = ++t->visited;
	t->next[node] = t->walk->out_start[node];
	vec_push(&t->path, node);
	vec_push(&t->open, node);
}

static void tarjan_leave(Tarjan *t, NodeId node)
{
	NodeId member;

	(void)vec_pop(&t->path);
	if (t->path.len && t->low[node] < t->low[*vec_last(&t->path)])
		t->low[*vec_last(&t->path)] = t->low[node];
	if (t->low[node] != t->order[node])
		return;
	do {
		member = vec_pop(&t->open);
		t->component[member] = t->components;
	} while (member != node);
	t->components++;
}

static void tarjan_run(Tarjan *t, NodeId root)
{
	tarjan_enter(t, root);
	while (t->path.len) {
		NodeId node = *vec_last(&t->path);
		if (t->next[node] == t->walk->out_start[node + 1]) {
			tarjan_leave(t, node);
			continue;
		}
		NodeId to = t->walk->graph->edges.items[t->walk->out[t->next[node]++]].to;
		if (!t->order[to])
			tarjan_enter(t, to);
		else if (t->component[to] == UINT32_MAX && t->order[to] < t->low[node])
			t->low[node] = t->order[to];
	}
}

uint32_t *walk_components(const Walk *walk)
{
	uint32_t nodes = walk->graph->nodes.len;
	Tarjan t = { .walk = walk };

	t.order = mem_calloc(nodes + 1, sizeof *t.order);
	t.low = mem_calloc(nodes + 1, sizeof *t.low);
	t.next = mem_calloc(nodes + 1, sizeof *t.next);
	t.component = mem_alloc((nodes + 1) * sizeof *t.component);
	memset(t.component, 0xff, (nodes + 1) * sizeof *t.component);
	for (NodeId n = 0; n < nodes; n++)
		if (!t.order[n])
			tarjan_run(&t, n);
	free(t.order);
	free(t.low);
	free(t.next);
	vec_release(&t.path);
	vec_release(&t.open);
	return t.component;
}

/* NAME is "OBJECT[N]" with N in the range of NODE. */
static bool names_element(const Node *node, const char *name)
{
	size_t length = str_length(node->object);
	char *end;

	if (!length || node->first < 0 || strncmp(name, str_text(node->object), length) != 0 || name[length] != '[')
		return false;
	long long element = strtoll(name + length + 1, &end, 10);
	return end != name + length + 1 && (!strcmp(end, "]") || !strncmp(end, "..", 2)) && element >= node->first &&
		element <= node->last;
}

static bool ends_in(const char *whole, const char *end)
{
	size_t a = strlen(whole), b = strlen(end);

	return b && a > b && !strcmp(whole + a - b, end) && strchr("./:>[", whole[a - b - 1]);
}

typedef enum { MATCH_NONE, MATCH_END, MATCH_LABEL, MATCH_ELEMENT, MATCH_NAME, MATCH_ID } Match;

static Match match_name(const Node *node, const char *name)
{
	const char *kind = node_kind_text(node->kind), *bare = name;
	size_t length = strlen(kind);

	if (!strcmp(str_text(node->id), name))
		return MATCH_ID;
	if (!strncmp(name, kind, length) && name[length] == ':')
		bare = name + length + 1;
	if (!strcmp(str_text(node->name), bare))
		return MATCH_NAME;
	if (names_element(node, bare))
		return MATCH_ELEMENT;
	if (!strcmp(str_text(node->label), bare))
		return MATCH_LABEL;
	return ends_in(str_text(node->name), bare) ? MATCH_END : MATCH_NONE;
}

static void matches_of(const Graph *graph, const char *name, uint32_t kinds, NodeIds *found)
{
	Match best = MATCH_END;

	for (NodeId n = 0; n < graph->nodes.len; n++) {
		const Node *node = &graph->nodes.items[n];
		Match match = kind_wanted(kinds, node->kind) ? match_name(node, name) : MATCH_NONE;
		if (match < best || match == MATCH_NONE)
			continue;
		if (match > best)
			vec_clear(found);
		best = match;
		vec_push(found, n);
	}
}

static void prefer_model(const Graph *graph, NodeIds *found)
{
	NodeId model = 0;
	uint32_t models = 0, others = 0;

	for (uint32_t i = 0; i < found->len; i++) {
		NodeKind kind = graph->nodes.items[found->items[i]].kind;
		if (kind == NODE_MODEL) {
			model = found->items[i];
			models++;
		} else {
			others += kind != NODE_PREDICTION;
		}
	}
	if (models == 1 && !others) {
		found->items[0] = model;
		found->len = 1;
	}
}

static void complain_unknown(const Graph *graph, const char *name, uint32_t kinds, Diags *diags)
{
	VEC(const char *) names = {0};
	const char *nearest;

	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (kind_wanted(kinds, graph->nodes.items[n].kind))
			vec_push(&names, str_text(graph->nodes.items[n].id));
	nearest = nearest_name(name, names.items, names.len);
	if (!nearest) {
		vec_clear(&names);
		for (NodeId n = 0; n < graph->nodes.len; n++)
			if (kind_wanted(kinds, graph->nodes.items[n].kind))
				vec_push(&names, str_text(graph->nodes.items[n].name));
		nearest = nearest_name(name, names.items, names.len);
	}
	if (nearest)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "no node \"%s\"; did you mean \"%s\"?", name, nearest);
	else if (!names.len)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "no node \"%s\": nothing of this kind was found", name);
	else
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "no node \"%s\"; graph.json lists all nodes, one is \"%s\"", name,
			names.items[0]);
	vec_release(&names);
}

static void complain_ambiguous(const Graph *graph, const char *name, const NodeIds *found, Diags *diags)
{
	enum { SHOWN = 5 };
	Text list = {0};

	for (uint32_t i = 0; i < found->len && i < SHOWN; i++)
		text_printf(&list, "%s%s", i ? ", " : "", str_text(graph->nodes.items[found->items[i]].id));
	if (found->len > SHOWN)
		text_printf(&list, " and %u more", found->len - SHOWN);
	diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "\"%s\" can mean %s; give one of them whole", name, text_data(&list));
	text_release(&list);
}

bool walk_find(const Graph *graph, const char *name, uint32_t kinds, NodeId *node, Diags *diags)
{
	NodeIds found = {0};

	matches_of(graph, name, kinds, &found);
	if (found.len > 1)
		prefer_model(graph, &found);
	bool one = found.len == 1;
	if (one)
		*node = found.items[0];
	else if (!found.len)
		complain_unknown(graph, name, kinds, diags);
	else
		complain_ambiguous(graph, name, &found, diags);
	vec_release(&found);
	return one;
}
