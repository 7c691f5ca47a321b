/* Ways through a finished graph: neighbours, reachability, shortest paths, cycles, and nodes by name. */
#ifndef FEATDEP_RENDER_WALK_H
#define FEATDEP_RENDER_WALK_H

#include "base/bitset.h"
#include "base/diag.h"
#include "model/graph.h"

/* The edges of a graph by node: those of node n are out[out_start[n]] to out[out_start[n + 1] - 1]. */
typedef struct {
	const Graph *graph;
	uint32_t *out_start, *in_start;
	EdgeId *out, *in;
} Walk;

typedef enum { WALK_FORWARD, WALK_BACKWARD } WalkDirection;

/* By node: steps from the nearest start (UINT32_MAX: not reached), and the edge it was reached by. */
typedef struct {
	uint32_t *distance;
	EdgeId *by; /* meaningless at starts and where not reached */
} Reach;

void walk_init(Walk *walk, const Graph *graph);
void walk_release(Walk *walk);

/* Breadth-first from STARTS over edges whose kind is in KINDS (bit 1 << DepKind; 0: all), DEPTH steps (0: all). */
Reach walk_reach(const Walk *walk, const NodeIds *starts, WalkDirection direction, uint32_t depth, uint32_t kinds);
void reach_release(Reach *reach);
static inline bool reach_has(const Reach *reach, NodeId node) { return reach->distance[node] != UINT32_MAX; }

/* By node: the number of its strongly connected component. The caller frees it. */
uint32_t *walk_components(const Walk *walk);

/*
 * How many ways lead from FROM to TO, at most MOST: never by listing them. A way is told from others by the edges
 * between strongly connected components, or by the edges of the shortest ways, whichever tells more apart, so there are
 * at least as many; *EXACT: and no more.
 */
uint32_t walk_count_ways(const Walk *walk, NodeId from, NodeId to, uint32_t most, bool *exact);

/*
 * The node a person means: an id, a name without its kind, an element of a range, or the end of a name, when that is
 * unique; of a model and its prediction of one name it is the model. KINDS limits the choice (bit 1 << NodeKind; 0:
 * all). False with a diagnostic that has the nearest or the possible names otherwise.
 */
bool walk_find(const Graph *graph, const char *name, uint32_t kinds, NodeId *node, Diags *diags);

/* Edges that come into and go out of NODE. */
static inline uint32_t walk_in_count(const Walk *walk, NodeId node)
{
	return walk->in_start[node + 1] - walk->in_start[node];
}

static inline uint32_t walk_out_count(const Walk *walk, NodeId node)
{
	return walk->out_start[node + 1] - walk->out_start[node];
}

#endif
