/* Where the things are that nodes stand for. */
#ifndef FEATDEP_GRAPH_PLACE_H
#define FEATDEP_GRAPH_PLACE_H

#include "model/graph.h"
#include "model/ir.h"

/* Before graph_complete. Signals without a known place get that of the parameter or variable which they are called after,
   else those of the steps that read them; so do steps without one that such a signal starts. Unknown places that stand
   beside known ones go. */
void places_find(const Module *program, Graph *graph);

#endif
