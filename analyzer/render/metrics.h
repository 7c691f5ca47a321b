/* The numbers of a run that make trends. */
#ifndef FEATDEP_RENDER_METRICS_H
#define FEATDEP_RENDER_METRICS_H

#include "model/graph.h"

typedef struct {
	uint32_t nodes[NODE_STORE + 1];       /* by kind */
	uint32_t edges[DEP_DATA + 1];         /* by kind */
	uint32_t state_edges, unresolved_edges;
	uint32_t undeclared_signals;
	uint32_t shared_signals;              /* whose values reach two models or more */
	uint32_t unused_features;             /* that reach no model */
	double features_per_model;            /* direct inputs, mean */
	uint32_t depth;                       /* most models in a row; those of a loop all count */
	uint32_t findings[LEVEL_ERROR + 1];   /* by level; neither suppressed nor hidden */
	uint32_t suppressed, hidden_consumers;
} Metrics;

void metrics_count(const Graph *graph, Metrics *metrics);

#endif
