/*
 * Completing a graph: texts and owners first, then one order for everything, then what needs the order (coverage).
 * Nodes are moved, so every id anywhere in the graph is renumbered here and nowhere else.
 */
#include "graph/graph_complete.h"

#include "graph/coverage.h"
#include "graph/source.h"

#include <fnmatch.h>

static void steps_fill(Steps *steps, Sources *sources)
{
	for (uint32_t i = 0; i < steps->len; i++) {
		Step *step = &steps->items[i];
		if (str_empty(step->text))
			step->text = source_line(sources, step->site.file, step->site.line, SOURCE_TEXT_MAX);
		if (step->left_out)
			step->note = str_format("%s, %u %s left out before", str_text(step->note), step->left_out,
				step->left_out == 1 ? "step is" : "steps are");
		step->left_out = 0;
	}
}

static void fill_texts(Graph *graph, Diags *diags)
{
	Sources sources = { .root = graph->root };

	for (uint32_t e = 0; e < graph->edges.len; e++)
		steps_fill(&graph->edges.items[e].witness, &sources);
	for (uint32_t i = 0; i < graph->findings.len; i++)
		steps_fill(&graph->findings.items[i].witness, &sources);
	sources_report(&sources, diags);
	sources_release(&sources);
}

const ModuleRule *module_of_file(const Roles *roles, Str file)
{
	for (uint32_t i = roles->modules.len; i-- > 0;)
		if (file_match(str_text(roles->modules.items[i].path), str_text(file)))
			return &roles->modules.items[i];
	return NULL;
}

static Str module_owner(const Roles *roles, Str module)
{
	for (uint32_t i = roles->modules.len; i-- > 0;)
		if (str_equal(roles->modules.items[i].name, module) && !str_empty(roles->modules.items[i].owner))
			return roles->modules.items[i].owner;
	return (Str){0};
}

static bool in_file(const Node *reader, const char *glob)
{
	for (uint32_t i = 0; i < reader->sites.len; i++)
		if (file_match(glob, str_text(reader->sites.items[i].file)))
			return true;
	return false;
}

bool consumer_fits(const Role *role, const Node *reader)
{
	return !str_empty(role->target.function) &&
		!fnmatch(str_text(role->target.function), str_text(graph_bare_name(reader->name)), 0) &&
		(str_empty(role->target.file) || in_file(reader, str_text(role->target.file)));
}

static Str consumer_owner(const Roles *roles, const Node *reader)
{
	Str owner = {0};

	for (uint32_t i = 0; i < roles->roles.len; i++) {
		const Role *role = &roles->roles.items[i];
		if (role->kind == ROLE_CONSUMER && !str_empty(role->owner) && consumer_fits(role, reader))
			owner = role->owner;
	}
	return owner;
}

static void node_place(Node *node, const Roles *roles)
{
	for (uint32_t i = 0; i < node->sites.len && str_empty(node->module); i++) {
		const ModuleRule *module = module_of_file(roles, node->sites.items[i].file);
		if (module)
			node->module = module->name;
	}
	if (str_empty(node->owner) && node->kind == NODE_CONSUMER)
		node->owner = consumer_owner(roles, node);
	if (str_empty(node->owner))
		node->owner = module_owner(roles, node->module);
}

static bool is_test_only(const Node *node)
{
	for (uint32_t i = 0; i < node->sites.len; i++)
		if (!path_is_test(str_text(node->sites.items[i].file)))
			return false;
	return node->sites.len > 0;
}

static int site_order(const void *a, const void *b)
{
	const Site *x = a, *y = b;
	int order = site_compare(x, y);

	return order ? order : str_compare(x->function, y->function);
}

static void sites_sort(Sites *sites)
{
	uint32_t kept = 0;

	vec_sort(sites, site_order);
	for (uint32_t i = 0; i < sites->len; i++)
		if (!kept || site_order(&sites->items[kept - 1], &sites->items[i]))
			sites->items[kept++] = sites->items[i];
	sites->len = kept;
}

static int dead_store_order(const void *a, const void *b)
{
	const DeadStore *x = a, *y = b;
	int order = site_order(&x->site, &y->site);

	return order ? order : site_order(&x->by, &y->by);
}

static int text_order(const void *a, const void *b)
{
	return name_compare(str_text(*(const Str *)a), str_text(*(const Str *)b));
}

/* Sorts COUNT texts and returns how many different ones are left. */
static uint32_t texts_sort(Str *texts, uint32_t count)
{
	uint32_t kept = 0;

	if (count)
		qsort(texts, count, sizeof *texts, text_order);
	for (uint32_t i = 0; i < count; i++)
		if (!kept || !str_equal(texts[kept - 1], texts[i]))
			texts[kept++] = texts[i];
	return kept;
}

static int definition_order(const void *a, const void *b)
{
	const Definition *x = a, *y = b;
	int order = site_compare(&x->site, &y->site);

	order = order ? order : str_compare(x->variant, y->variant);
	return order ? order : str_compare(x->expression, y->expression);
}

static int threshold_order(const void *a, const void *b)
{
	const Threshold *x = a, *y = b;
	int order = site_compare(&x->site, &y->site);

	return order ? order : str_compare(x->text, y->text);
}

static int sole_order(const void *a, const void *b)
{
	return site_compare(&((const SoleFunction *)a)->site, &((const SoleFunction *)b)->site);
}

static int stale_order(const void *a, const void *b)
{
	const StaleRead *x = a, *y = b;
	int order = site_compare(&x->assigned, &y->assigned);

	return order ? order : site_compare(&x->condition, &y->condition);
}

static int idle_order(const void *a, const void *b)
{
	const IdleInput *x = a, *y = b;
	int order = str_compare(x->model, y->model);

	return order ? order : str_compare(x->why, y->why);
}

static void node_sort(Node *node)
{
	vec_sort(&node->definitions, definition_order);
	vec_sort(&node->thresholds, threshold_order);
	vec_sort(&node->sole, sole_order);
	vec_sort(&node->stale, stale_order);
	vec_sort(&node->idle, idle_order);
	sites_sort(&node->sites);
	sites_sort(&node->guards);
	vec_sort(&node->dead_stores, dead_store_order);
	node->variants.len = texts_sort(node->variants.items, node->variants.len);
	node->escapes.len = texts_sort(node->escapes.items, node->escapes.len);
}

static int node_order(const void *a, const void *b)
{
	return name_compare(str_text(((const Node *)a)->id), str_text(((const Node *)b)->id));
}

static int edge_order(const void *a, const void *b)
{
	const Edge *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

/* Fills RENUMBER, old id → new id. by_id still holds the old ids and is made new on the way. */
static void sort_nodes(Graph *graph, NodeId *renumber)
{
	vec_sort(&graph->nodes, node_order);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		uint32_t old = map_get_or(&graph->by_id, graph->nodes.items[n].id.i, NONE);
		if (old >= graph->nodes.len)
			BUG("node \"%s\" is not in by_id", str_text(graph->nodes.items[n].id));
		renumber[old] = n;
		map_put(&graph->by_id, graph->nodes.items[n].id.i, n);
	}
}

static void sort_edges(Graph *graph, const NodeId *renumber)
{
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		Edge *edge = &graph->edges.items[e];
		edge->from = renumber[edge->from];
		edge->to = renumber[edge->to];
	}
	vec_sort(&graph->edges, edge_order);
	map_clear(&graph->by_ends);
	for (EdgeId e = 0; e < graph->edges.len; e++)
		map_put(&graph->by_ends, map_key(graph->edges.items[e].from, graph->edges.items[e].to), e);
}

static int unresolved_order(const void *a, const void *b)
{
	const Unresolved *x = a, *y = b;
	int order = site_order(&x->site, &y->site);

	order = order ? order : str_compare(x->what, y->what);
	return order ? order : str_compare(x->subject, y->subject);
}

static bool is_about_model(const Unresolved *gap)
{
	return str_is(gap->what, UNRESOLVED_MODEL) || str_is(gap->what, UNRESOLVED_INPUTS);
}

/* Models that are not there, or are fed with nothing, come first, then what most features stand behind, then what its reader may
   mend, last what only more steps would reach. */
static int unresolved_weight(const void *a, const void *b)
{
	const Unresolved *x = a, *y = b;
	bool late_x = str_is(x->what, UNRESOLVED_NO_STEPS), late_y = str_is(y->what, UNRESOLVED_NO_STEPS);
	bool model_x = is_about_model(x), model_y = is_about_model(y);

	if (model_x != model_y)
		return model_y - model_x;
	if (x->features != y->features)
		return x->features < y->features ? 1 : -1;
	return late_x != late_y ? late_x - late_y : unresolved_order(x, y);
}

static void sort_coverage(Coverage *coverage)
{
	uint32_t kept = 0;

	vec_sort(&coverage->unresolved, unresolved_order);
	for (uint32_t i = 0; i < coverage->unresolved.len; i++)
		if (!kept || unresolved_order(&coverage->unresolved.items[kept - 1], &coverage->unresolved.items[i]))
			coverage->unresolved.items[kept++] = coverage->unresolved.items[i];
	coverage->unresolved.len = kept;
	if (coverage->failed_units.len)
		qsort(coverage->failed_units.items, coverage->failed_units.len, sizeof(Str), text_order);
}

static void sort_graph(Graph *graph)
{
	NodeId *renumber = mem_alloc((graph->nodes.len + 1) * sizeof *renumber);

	sort_nodes(graph, renumber);
	sort_edges(graph, renumber);
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		NodeIds *nodes = &graph->findings.items[i].nodes;
		for (uint32_t k = 0; k < nodes->len; k++)
			nodes->items[k] = renumber[nodes->items[k]];
	}
	sort_coverage(&graph->coverage);
	free(renumber);
}

void graph_complete(Graph *graph, const Roles *roles, Diags *diags)
{
	Query query;

	fill_texts(graph, diags);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		Node *node = &graph->nodes.items[n];
		node_sort(node);
		node_place(node, roles);
		node->is_test |= is_test_only(node);
	}
	sort_graph(graph);
	query_init(&query, graph);
	coverage_complete(graph, &query);
	vec_sort(&graph->coverage.unresolved, unresolved_weight);
	query_release(&query);
}
