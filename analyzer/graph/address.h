/* Features that rest on where things lie in memory. */
#ifndef FEATDEP_GRAPH_ADDRESS_H
#define FEATDEP_GRAPH_ADDRESS_H

#include "model/graph.h"
#include "model/ir.h"

/* Sets Definition.address where the assigned value is computed from a pointer that became a number. Differences and
   comparisons of pointers do not count: they are the same at every run. */
void addresses_find(const Module *program, Graph *graph);

#endif
