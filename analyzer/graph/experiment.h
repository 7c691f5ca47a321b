/* Code of features and models that never runs: behind flags that nothing sets, macros that nothing defines, and in
   functions that nothing calls. */
#ifndef FEATDEP_GRAPH_EXPERIMENT_H
#define FEATDEP_GRAPH_EXPERIMENT_H

#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"

/* Fills GRAPH->dead_code, sorted by place. GRAPH is complete. */
void experiments_find(const Module *program, const Roles *roles, Graph *graph);

#endif
