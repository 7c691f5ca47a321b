/*
 * Questions about a dependency graph that is complete: neighbours, reachability, shortest paths, strongly
 * connected components, chains of models. Results are in the order of the node ids, so that output is stable.
 */
#ifndef FEATDEP_GRAPH_QUERY_H
#define FEATDEP_GRAPH_QUERY_H

#include "base/bitset.h"
#include "model/graph.h"
#include "model/ir.h"

/* Which edges to follow: 1 << DepKind. */
enum {
	KIND_CONTROL = 1 << DEP_CONTROL,
	KIND_INDEX = 1 << DEP_INDEX,
	KIND_DATA = 1 << DEP_DATA,
	KIND_VALUE = KIND_DATA | KIND_INDEX,
	KIND_ALL = KIND_VALUE | KIND_CONTROL
};

typedef enum { FORWARD, BACKWARD } Direction;
typedef VEC(EdgeId) EdgeIds;

/* Adjacency in compressed rows: the edges that leave (or enter) n are edge[first[n] .. first[n + 1] - 1], by id. */
typedef struct {
	uint32_t *first;
	EdgeId *edge;
} Rows;

/* Valid as long as nodes and edges of the graph do not change. */
typedef struct {
	const Graph *graph;
	Rows rows[2]; /* by Direction */
} Query;

void query_init(Query *query, const Graph *graph);
void query_release(Query *query);

/* The edges that leave (FORWARD) or enter (BACKWARD) NODE; their number in *COUNT. */
const EdgeId *query_edges(const Query *query, NodeId node, Direction direction, uint32_t *count);
/* The other end of EDGE. */
NodeId query_end(const Query *query, EdgeId edge, Direction direction);

/* Adds to SET all nodes that one or more edges of KINDS lead to from FROM; FROM itself only when it is on a cycle. */
void query_reach(const Query *query, NodeId from, Direction direction, unsigned kinds, Bitset *set);
/* The same, but nodes whose kind is in STOP (1 << NodeKind) are reached and not passed through. */
void query_reach_until(const Query *query, NodeId from, Direction direction, unsigned kinds, unsigned stop,
                       Bitset *set);
/* The shortest path of at least one edge FROM → TO in PATH (cleared first); the first by edge ids among equals.
   STOP as above. False, PATH empty, when there is none. */
bool query_path(const Query *query, NodeId from, NodeId to, unsigned kinds, unsigned stop, EdgeIds *path);

/* Strongly connected components, numbered so that edges between different ones go from low to high. */
typedef struct {
	uint32_t *of;    /* node → component */
	uint32_t count;
} Components;

void query_components(const Query *query, unsigned kinds, Components *components);
void components_release(Components *components);
/* DEPTH[node]: the most models on a way to NODE, itself included; the models of one component all count. */
void query_depths(const Query *query, const Components *components, unsigned kinds, uint32_t *depth);

/* All of these append to OUT, sorted. */
void query_nodes(const Query *query, const Bitset *set, NodeIds *out);
void query_impact(const Query *query, NodeId node, NodeIds *out);           /* everything downstream */
void query_features(const Query *query, NodeId model, NodeIds *out);        /* its inputs */
void query_predictions(const Query *query, NodeId model, NodeIds *out);     /* its outputs */
/* Who reads NODE, a prediction or a feature: directly or out of stores. */
void query_consumers(const Query *query, NodeId node, NodeIds *out);
void query_sources(const Query *query, NodeId node, unsigned kinds, NodeIds *out); /* signals it rests on */
void query_models(const Query *query, NodeId node, NodeIds *out);           /* models it reaches, at any distance */
void query_fed_models(const Query *query, NodeId feature, NodeIds *out);    /* models it is an input of */

/* The model that makes PREDICTION, or NONE. */
NodeId query_model(const Query *query, NodeId prediction);
/* The shortest way in which a prediction of model FROM arrives in an input of model TO without passing a model
   in between: prediction → … → feature → TO. False when there is none. */
bool query_cascade(const Query *query, NodeId from, NodeId to, unsigned kinds, EdgeIds *path);

#endif
