/* The invariants of a graph, checked between passes in debug builds and on graphs that were read from a file. */
#ifndef FEATDEP_GRAPH_GRAPH_CHECK_H
#define FEATDEP_GRAPH_GRAPH_CHECK_H

#include "base/text.h"
#include "model/graph.h"

/* Whether an edge may lead from a node of kind FROM to one of kind TO. */
bool edge_is_legal(NodeKind from, NodeKind to);
/* True when all ids are in range, ids are made of kind and name and found in the maps, edges are legal and unique and
   carry a witness, predictions have a model, findings and coverage are consistent; otherwise false and the first
   problem in PROBLEM. */
bool graph_check(const Graph *graph, Text *problem);

#endif
