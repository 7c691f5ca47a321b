/* The dependency graph as it grows: nodes are unique by id, edges by their ends, and the strongest evidence stays. */
#include "model/graph.h"

#include "model/ir.h"

const char OMITTED_ENTRIES[] = "entry points not followed";
const char UNRESOLVED_MODEL[] = "call of a model that nothing was found to lead to";
const char UNRESOLVED_INPUTS[] = "nothing was found in what the model is given";
const char UNRESOLVED_NO_STEPS[] = "function given up: no steps were left for it";

enum { MAX_PATHS = 1000 };

bool unresolved_is_limit(Str what)
{
	static const char given_up[] = "function given up";

	return !strncmp(str_text(what), given_up, sizeof given_up - 1);
}

uint64_t site_key(const Site *site)
{
	return hash_u64(map_key(site->file.i, site->line), site->column);
}

static Str node_id(NodeKind kind, Str name)
{
	return str_format("%s:%s", node_kind_text(kind), str_text(name));
}

NodeId graph_node(Graph *graph, NodeKind kind, Str name)
{
	Str id = node_id(kind, name);
	uint32_t found = map_get_or(&graph->by_id, id.i, NONE);

	if (found != NONE)
		return found;
	Node *node = vec_add(&graph->nodes);
	node->kind = kind;
	node->id = id;
	node->name = node->label = name;
	node->first = node->last = -1;
	map_put(&graph->by_id, id.i, graph->nodes.len - 1);
	return graph->nodes.len - 1;
}

static void count_path(Edge *edge)
{
	if (edge->paths < MAX_PATHS)
		edge->paths++;
}

static void take_witness(Edge *edge, Steps *steps)
{
	vec_release(&edge->witness);
	edge->witness = *steps;
	*steps = (Steps){0};
}

EdgeId graph_edge(Graph *graph, NodeId from, NodeId to, DepKind kind, bool state, bool unresolved, Steps steps)
{
	uint32_t found = map_get_or(&graph->by_ends, map_key(from, to), NONE);

	if (from >= graph->nodes.len || to >= graph->nodes.len)
		BUG("edge %u to %u of a graph with %u nodes", from, to, graph->nodes.len);
	if (found == NONE) {
		vec_push(&graph->edges, (Edge){ from, to, kind, state, unresolved, steps, 0, {0}, {0}, false });
		map_put(&graph->by_ends, map_key(from, to), graph->edges.len - 1);
		return graph->edges.len - 1;
	}
	Edge *edge = &graph->edges.items[found];
	count_path(edge);
	if (kind > edge->kind) {
		edge->kind = kind;
		edge->state = state;
		edge->unresolved = unresolved;
		take_witness(edge, &steps);
	} else if (kind == edge->kind) {
		edge->state = edge->state && state;
		edge->unresolved = edge->unresolved && unresolved;
		if (steps.len && (!edge->witness.len || steps.len < edge->witness.len))
			take_witness(edge, &steps);
	}
	vec_release(&steps);
	return found;
}

NodeId graph_find(const Graph *graph, const char *id)
{
	return map_get_or(&graph->by_id, str_intern(id).i, NONE);
}

NodeId graph_consumer_at(const Graph *graph, const Site *site)
{
	NodeId node = graph_find(graph, str_text(str_format("consumer:%s", str_text(site->function))));

	if (node != NONE)
		return node;
	return graph_find(graph, str_text(str_format("consumer:%s:%s", str_text(site->file), str_text(site->function))));
}

bool graph_is_in(const Site *site, const Node *consumer)
{
	Str bare = graph_bare_name(consumer->name);
	size_t file = str_length(consumer->name) - str_length(bare);

	return str_equal(site->function, bare) && (!file || (file == str_length(site->file) + 1 &&
		!strncmp(str_text(site->file), str_text(consumer->name), file - 1)));
}

Str graph_bare_name(Str name)
{
	const char *colon = strrchr(str_text(name), ':');

	return colon ? str_intern(colon + 1) : name;
}

static bool site_equal(const Site *a, const Site *b)
{
	return str_equal(a->file, b->file) && a->line == b->line && a->column == b->column &&
		str_equal(a->function, b->function);
}

int site_compare(const void *a, const void *b)
{
	const Site *x = a, *y = b;
	int order = str_compare(x->file, y->file);

	if (order)
		return order;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

void graph_add_site(Sites *sites, Site site)
{
	for (uint32_t i = 0; i < sites->len; i++)
		if (site_equal(&sites->items[i], &site))
			return;
	vec_push(sites, site);
}

static void node_release(Node *node)
{
	vec_release(&node->sites);
	vec_release(&node->guards);
	vec_release(&node->dead_stores);
	vec_release(&node->definitions);
	vec_release(&node->sole);
	vec_release(&node->stale);
	vec_release(&node->idle);
	vec_release(&node->thresholds);
	vec_release(&node->label_of);
	vec_release(&node->variants);
	vec_release(&node->escapes);
}

GraphCounts graph_counts(const Graph *graph)
{
	GraphCounts counts = { .edges = graph->edges.len };

	for (NodeId n = 0; n < graph->nodes.len; n++)
		counts.nodes[graph->nodes.items[n].kind]++;
	return counts;
}

void graph_release(Graph *graph)
{
	for (uint32_t i = 0; i < graph->nodes.len; i++)
		node_release(&graph->nodes.items[i]);
	for (uint32_t i = 0; i < graph->edges.len; i++)
		vec_release(&graph->edges.items[i].witness);
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		vec_release(&graph->findings.items[i].nodes);
		vec_release(&graph->findings.items[i].witness);
		vec_release(&graph->findings.items[i].parts);
	}
	vec_release(&graph->nodes);
	vec_release(&graph->edges);
	vec_release(&graph->findings);
	vec_release(&graph->dead_code);
	vec_release(&graph->coverage.unresolved);
	vec_release(&graph->coverage.failed_units);
	map_release(&graph->by_id);
	map_release(&graph->by_ends);
	*graph = (Graph){0};
}

const char *node_kind_text(NodeKind kind)
{
	static const char *const texts[] = {
		[NODE_SIGNAL] = "signal", [NODE_FEATURE] = "feature", [NODE_MODEL] = "model",
		[NODE_PREDICTION] = "prediction", [NODE_CONSUMER] = "consumer", [NODE_STORE] = "store",
	};

	return texts[kind];
}

const char *dep_kind_text(DepKind kind)
{
	static const char *const texts[] = { [DEP_CONTROL] = "control", [DEP_INDEX] = "index", [DEP_DATA] = "data" };

	return texts[kind];
}

const char *level_text(Level level)
{
	static const char *const texts[] = {
		[LEVEL_OFF] = "off", [LEVEL_NOTE] = "note", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error",
	};

	return texts[level];
}

const char *feature_use_text(FeatureUse use)
{
	static const char *const texts[] = {
		[USE_READ_BY_MODEL] = "read-by-model", [USE_NEVER_READ] = "never-read", [USE_LOG_ONLY] = "log-only",
		[USE_OVERWRITTEN] = "overwritten", [USE_BEYOND_COUNT] = "beyond-count", [USE_NOT_ASKED] = "not-asked",
		[USE_NOT_COMPUTED] = "not-computed", [USE_OUTPUT] = "output", [USE_GUARD] = "guard",
		[USE_WITHIN_MODEL] = "within-model",
	};

	return texts[use];
}

const char *code_role_text(CodeRole role)
{
	static const char *const texts[CODE_COUNT] = {
		[CODE_COLLECTION] = "collection", [CODE_EXTRACTION] = "extraction", [CODE_MODEL] = "model",
		[CODE_SERVING] = "serving", [CODE_MONITORING] = "monitoring", [CODE_CONFIGURATION] = "configuration",
		[CODE_GLUE] = "glue", [CODE_TEST] = "test", [CODE_OTHER] = "other",
	};

	return texts[role];
}
