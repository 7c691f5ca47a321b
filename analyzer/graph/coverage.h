/* How much of what the models are fed with is known. */
#ifndef FEATDEP_GRAPH_COVERAGE_H
#define FEATDEP_GRAPH_COVERAGE_H

#include "graph/query.h"

/* Adds to SET the features that reach a model, at any distance. */
void coverage_fed(const Query *query, Bitset *set);
/* Adds to SET the features that values of some signal arrive in. */
void coverage_valued(const Query *query, Bitset *set);
/* Adds to SET what SIGNAL is a source of: all that its value arrives in, and what it decides of the features that are
   not in VALUED, which are made of nothing but decisions. */
void coverage_rests(const Query *query, NodeId signal, const Bitset *valued, Bitset *set);
/* Adds to SET everything that rests on an unresolved edge, an assumption or an undeclared signal. */
void coverage_doubtful(const Query *query, Bitset *set);
/* Fills coverage.features, coverage.features_resolved and Unresolved.features of GRAPH, which QUERY was made of. An
   unresolved place is on an edge when a step of the edge's witness is there. */
void coverage_complete(Graph *graph, const Query *query);

#endif
