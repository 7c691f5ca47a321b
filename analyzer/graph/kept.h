/* Signals that are nothing but what a program's own memory holds at first. */
#ifndef FEATDEP_GRAPH_KEPT_H
#define FEATDEP_GRAPH_KEPT_H

#include "model/graph.h"
#include "model/ir.h"

/* Sets Node.kept for the undeclared signals that are members of records, or variables, which code of the program
   assigns: where the values come from is in the graph, so that the signal itself only stands for a first value, such
   as that of a filter's history. Tables of constants count as assigned; code of tests does not count, nor do volatile
   objects. Before graph_complete. */
void kept_find(const Module *program, Graph *graph);

#endif
