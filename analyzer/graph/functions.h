/* The program's functions by what the graph says of a place. */
#ifndef FEATDEP_GRAPH_FUNCTIONS_H
#define FEATDEP_GRAPH_FUNCTIONS_H

#include "base/map.h"
#include "model/graph.h"
#include "model/ir.h"

/* Adds the functions of the user's to INDEX, which the caller releases. Of several builds of one file the last counts. */
void functions_index(const Module *program, Map *index);
/* The function that SITE is in, or NONE. */
FuncId functions_at(const Map *index, const Site *site);

#endif
