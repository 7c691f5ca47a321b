/* One function a table of the graph; each stops at the first thing that is wrong and says which node or edge it is. */
#include "graph/graph_check.h"

#include "model/ir.h"

#include <stdarg.h>
#include <stdio.h>

static const char LEGAL[6][6] = {
	/* to:              signal feature model prediction consumer store */
	[NODE_SIGNAL]     = { 0,   1,      0,    0,         0,       1 },
	[NODE_FEATURE]    = { 0,   1,      1,    0,         1,       1 },
	[NODE_MODEL]      = { 0,   0,      0,    1,         0,       0 },
	[NODE_PREDICTION] = { 0,   1,      0,    0,         1,       1 },
	[NODE_CONSUMER]   = { 0,   0,      0,    0,         0,       0 },
	[NODE_STORE]      = { 0,   1,      0,    0,         1,       1 },
};

bool edge_is_legal(NodeKind from, NodeKind to)
{
	return LEGAL[from][to];
}

static bool fail(Text *problem, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(Text *problem, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprintf(problem, format, args);
	va_end(args);
	return false;
}

static bool node_check(const Graph *graph, NodeId n, Text *problem)
{
	const Node *node = &graph->nodes.items[n];
	const char *id = str_text(node->id);
	uint32_t found;
	Text expected = {0};

	if ((unsigned)node->kind > NODE_STORE)
		return fail(problem, "node %u: unknown kind %d", n, (int)node->kind);
	text_printf(&expected, "%s:%s", node_kind_text(node->kind), str_text(node->name));
	bool named = str_is(node->id, text_data(&expected));
	text_release(&expected);
	if (str_empty(node->name) || !named)
		return fail(problem, "node %u: id \"%s\" is not made of its kind and name", n, id);
	if (!map_get(&graph->by_id, node->id.i, &found) || found != n)
		return fail(problem, "node \"%s\": not found by its id", id);
	if (node->kind == NODE_FEATURE && node->first >= 0 && node->last < node->first)
		return fail(problem, "node \"%s\": range ends before it starts", id);
	if ((unsigned)node->use >= FEATURE_USES)
		return fail(problem, "node \"%s\": unknown use %d", id, (int)node->use);
	return true;
}

static bool steps_check(const Steps *steps, Text *problem)
{
	for (uint32_t i = 0; i < steps->len; i++)
		if ((unsigned)steps->items[i].kind > DEP_DATA)
			return fail(problem, "step %u has an unknown kind", i);
	return true;
}

static bool edge_check(const Graph *graph, EdgeId e, Text *problem)
{
	const Edge *edge = &graph->edges.items[e];
	uint32_t found;

	if (edge->from >= graph->nodes.len || edge->to >= graph->nodes.len)
		return fail(problem, "edge %u: node out of range", e);
	const Node *from = &graph->nodes.items[edge->from], *to = &graph->nodes.items[edge->to];
	const char *a = str_text(from->id), *b = str_text(to->id);
	if ((unsigned)edge->kind > DEP_DATA)
		return fail(problem, "edge %s -> %s: unknown kind %d", a, b, (int)edge->kind);
	if (!edge_is_legal(from->kind, to->kind))
		return fail(problem, "edge %s -> %s: no edge leads from a %s to a %s", a, b, node_kind_text(from->kind),
		            node_kind_text(to->kind));
	if (!map_get(&graph->by_ends, map_key(edge->from, edge->to), &found) || found != e)
		return fail(problem, "edge %s -> %s: not found by its ends", a, b);
	if (!edge->witness.len)
		return fail(problem, "edge %s -> %s: no witness", a, b);
	if (!steps_check(&edge->witness, problem))
		return fail(problem, " in the witness of %s -> %s", a, b);
	return true;
}

static bool predictions_check(const Graph *graph, Text *problem)
{
	Map made = {0};
	bool ok = true;

	for (uint32_t e = 0; e < graph->edges.len; e++)
		if (graph->nodes.items[graph->edges.items[e].from].kind == NODE_MODEL)
			map_put(&made, graph->edges.items[e].to, 1);
	for (NodeId n = 0; n < graph->nodes.len && ok; n++)
		if (graph->nodes.items[n].kind == NODE_PREDICTION && !map_get(&made, n, NULL))
			ok = fail(problem, "node \"%s\": no model makes it", str_text(graph->nodes.items[n].id));
	map_release(&made);
	return ok;
}

static bool finding_check(const Graph *graph, uint32_t i, Text *problem)
{
	const Finding *finding = &graph->findings.items[i];
	const char *fingerprint = str_text(finding->fingerprint);

	if (str_empty(finding->rule) || str_empty(finding->subject) || str_empty(finding->message))
		return fail(problem, "finding %u: no rule, subject or message", i);
	if (strlen(fingerprint) != 16 || strspn(fingerprint, "0123456789abcdef") != 16)
		return fail(problem, "finding %u (%s): fingerprint \"%s\"", i, str_text(finding->rule), fingerprint);
	if (finding->level <= LEVEL_OFF || (unsigned)finding->level > LEVEL_ERROR)
		return fail(problem, "finding %u (%s): level %d", i, str_text(finding->rule), (int)finding->level);
	for (uint32_t k = 0; k < finding->nodes.len; k++)
		if (finding->nodes.items[k] >= graph->nodes.len)
			return fail(problem, "finding %u (%s): node out of range", i, str_text(finding->rule));
	if (!steps_check(&finding->witness, problem))
		return fail(problem, " in the witness of finding %u", i);
	return true;
}

static bool coverage_check(const Coverage *c, Text *problem)
{
	const struct { uint32_t part, whole; const char *what; } pairs[] = {
		{ c->units_parsed, c->units, "units parsed" },
		{ c->units_failed, c->units, "units failed" },
		{ c->functions_analysed, c->functions, "functions analysed" },
		{ c->calls_resolved, c->calls, "calls resolved" },
		{ c->features_resolved, c->features, "features resolved" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].part > pairs[i].whole)
			return fail(problem, "coverage: %u of %u %s", pairs[i].part, pairs[i].whole, pairs[i].what);
	return true;
}

bool graph_check(const Graph *graph, Text *problem)
{
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (!node_check(graph, n, problem))
			return false;
	for (EdgeId e = 0; e < graph->edges.len; e++)
		if (!edge_check(graph, e, problem))
			return false;
	if (!predictions_check(graph, problem))
		return false;
	for (uint32_t i = 0; i < graph->findings.len; i++)
		if (!finding_check(graph, i, problem))
			return false;
	return coverage_check(&graph->coverage, problem);
}
