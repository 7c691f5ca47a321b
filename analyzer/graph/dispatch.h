/* Functions that are cases of one choice. */
#ifndef FEATDEP_GRAPH_DISPATCH_H
#define FEATDEP_GRAPH_DISPATCH_H

#include "model/graph.h"
#include "model/ir.h"

/* Sets Definition.table where the assigning function is an element of an array of pointers to functions, or of an array
   of records that hold them, which has initial values. */
void dispatch_find(const Module *program, Graph *graph);

#endif
