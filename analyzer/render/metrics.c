/*
 * One search back from every model says which signals and models it rests on; everything that is asked about models
 * follows from that: signals that several share, features that none reaches, and how long chains of them are.
 */
#include "render/metrics.h"

#include "base/bitset.h"
#include "model/ir.h"

/* The edges that enter n are edge[first[n]] … edge[first[n + 1] - 1]. */
typedef struct {
	const Graph *graph;
	uint32_t *first;
	EdgeId *edge;
} Entering;

static void entering_init(Entering *in, const Graph *graph)
{
	in->graph = graph;
	in->first = mem_calloc(graph->nodes.len + 2, sizeof *in->first);
	in->edge = mem_alloc((graph->edges.len + 1) * sizeof *in->edge);
	for (EdgeId e = 0; e < graph->edges.len; e++)
		in->first[graph->edges.items[e].to + 2]++;
	for (uint32_t n = 2; n < graph->nodes.len + 2; n++)
		in->first[n] += in->first[n - 1];
	for (EdgeId e = 0; e < graph->edges.len; e++)
		in->edge[in->first[graph->edges.items[e].to + 1]++] = e;
}

static void entering_release(Entering *in)
{
	free(in->first);
	free(in->edge);
}

/* Adds to SET all nodes from which edges at least as strong as WEAKEST lead to NODE. */
static void reach_back(const Entering *in, NodeId node, DepKind weakest, Bitset *set)
{
	NodeIds queue = {0};

	vec_push(&queue, node);
	for (uint32_t i = 0; i < queue.len; i++) {
		NodeId to = queue.items[i];
		for (uint32_t k = in->first[to]; k < in->first[to + 1]; k++) {
			const Edge *edge = &in->graph->edges.items[in->edge[k]];
			if (edge->kind >= weakest && bitset_add(set, edge->from))
				vec_push(&queue, edge->from);
		}
	}
	vec_release(&queue);
}

typedef struct {
	NodeId model;
	Bitset before;   /* what its inputs rest on */
	uint32_t models; /* in a loop with it, itself included */
	uint32_t above;  /* models before it that do not rest on it */
	uint32_t depth;
} Chain;

typedef VEC(Chain) Chains;

static int above_order(const void *a, const void *b)
{
	const Chain *x = a, *y = b;

	if (x->above != y->above)
		return x->above < y->above ? -1 : 1;
	return x->model < y->model ? -1 : x->model > y->model;
}

static bool is_above(const Chain *a, const Chain *b)
{
	return bitset_has(&b->before, a->model) && !bitset_has(&a->before, b->model);
}

/* A model that is above another one has fewer models above itself, so depths come out in that order. */
static uint32_t chains_depth(Chains *chains)
{
	uint32_t deepest = 0;

	for (uint32_t i = 0; i < chains->len; i++) {
		Chain *c = &chains->items[i];
		for (uint32_t k = 0; k < chains->len; k++) {
			const Chain *other = &chains->items[k];
			c->above += is_above(other, c);
			c->models += i == k || (bitset_has(&c->before, other->model) && bitset_has(&other->before, c->model));
		}
	}
	vec_sort(chains, above_order);
	for (uint32_t i = 0; i < chains->len; i++) {
		Chain *c = &chains->items[i];
		for (uint32_t k = 0; k < i; k++)
			if (is_above(&chains->items[k], c) && chains->items[k].depth > c->depth)
				c->depth = chains->items[k].depth;
		c->depth += c->models;
		deepest = c->depth > deepest ? c->depth : deepest;
	}
	return deepest;
}

static void count_signals(const Graph *graph, const Chains *chains, Metrics *metrics)
{
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		uint32_t models = 0;
		if (graph->nodes.items[n].kind != NODE_SIGNAL)
			continue;
		for (uint32_t i = 0; i < chains->len && models < 2; i++)
			models += bitset_has(&chains->items[i].before, n);
		metrics->shared_signals += models == 2;
		metrics->undeclared_signals += !graph->nodes.items[n].declared;
	}
}

static void count_models(const Graph *graph, Metrics *metrics)
{
	Entering in;
	Chains chains = {0};
	Bitset fed = {0};

	entering_init(&in, graph);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		if (graph->nodes.items[n].kind != NODE_MODEL)
			continue;
		Chain *chain = vec_add(&chains);
		chain->model = n;
		reach_back(&in, n, DEP_INDEX, &chain->before);
		reach_back(&in, n, DEP_CONTROL, &fed);
	}
	for (NodeId n = 0; n < graph->nodes.len; n++)
		metrics->unused_features += graph->nodes.items[n].kind == NODE_FEATURE && !bitset_has(&fed, n);
	count_signals(graph, &chains, metrics);
	metrics->depth = chains_depth(&chains);
	for (uint32_t i = 0; i < chains.len; i++)
		bitset_release(&chains.items[i].before);
	vec_release(&chains);
	bitset_release(&fed);
	entering_release(&in);
}

static void count_edges(const Graph *graph, Metrics *metrics)
{
	uint32_t inputs = 0, models = metrics->nodes[NODE_MODEL];

	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		metrics->edges[edge->kind]++;
		metrics->state_edges += edge->state;
		metrics->unresolved_edges += edge->unresolved;
		inputs += graph->nodes.items[edge->to].kind == NODE_MODEL;
	}
	metrics->features_per_model = models ? (double)inputs / models : 0;
}

void metrics_count(const Graph *graph, Metrics *metrics)
{
	*metrics = (Metrics){0};
	for (NodeId n = 0; n < graph->nodes.len; n++)
		metrics->nodes[graph->nodes.items[n].kind]++;
	count_edges(graph, metrics);
	count_models(graph, metrics);
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		metrics->suppressed += finding->suppressed;
		metrics->findings[finding->level] += !finding->suppressed && !finding->hidden;
		if (!finding->suppressed && !finding->hidden)
			metrics->hidden_consumers += str_is(finding->rule, "hidden-consumer");
	}
}
