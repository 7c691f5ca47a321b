/*
 * Whole-program value flow: from a linked program and the roles to the nodes and edges of the dependency graph.
 */
#ifndef FEATDEP_SOLVE_SOLVE_H
#define FEATDEP_SOLVE_SOLVE_H

#include "base/diag.h"
#include "base/text.h"
#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"

typedef struct {
	uint32_t max_contexts; /* instances of one function that differ in aliasing or constants; 0: the default */
	uint64_t max_steps;    /* instructions interpreted in all; 0: the default. Beyond it functions count as unresolved */
	Text *dump;            /* what the analysis cost, and the value flow of every function instance, as text; or NULL */
} SolveOptions;

/* Adds to the zeroed GRAPH (its project and root set): nodes, edges with witnesses, unresolved places, and the
   function and call counts of its coverage. Texts of steps are left empty: graph/ reads the source. */
void solve(const Module *program, const Roles *roles, const SolveOptions *options, Graph *graph, Diags *diags);

#endif
