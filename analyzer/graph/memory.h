/* What a program's code does to its memory, as far as its text says so. */
#ifndef FEATDEP_GRAPH_MEMORY_H
#define FEATDEP_GRAPH_MEMORY_H

#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"

/* Before graph_complete. Sets
   - Node.kept for the undeclared signals that are members of records, records, or variables, which the program assigns:
     where the values come from is in the graph, so that the signal itself only stands for a first value, such as that of
     a filter's history. Tables of constants count as assigned; code of tests does not count, nor do volatile objects;
   - Node.handed for the features in memory that a function without source gets a pointer to, which may read them. */
void memory_mark(const Module *program, const Roles *roles, Graph *graph);

#endif
