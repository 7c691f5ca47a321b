/* Passes over the finished value flow that add to the nodes of the graph what rules ask for; one a file. */
#ifndef FEATDEP_SOLVE_FACTS_H
#define FEATDEP_SOLVE_FACTS_H

#include "solve/engine.h"

void find_facts(Engine *e);       /* all of them, in order */

void find_definitions(Engine *e); /* define.c: Node.definitions */
void find_thresholds(Engine *e);  /* threshold.c: Node.thresholds */
void find_checked(Engine *e);     /* checked.c: Edge.checked */
void find_stale(Engine *e);       /* stale.c: Node.stale */
void find_sole(Engine *e);        /* sole.c: Node.sole */
void find_idle(Engine *e);        /* weights.c: Node.idle */

/* The instruction of a node, or NULL. */
const Instr *fact_instr(Engine *e, FlowId node);
const Function *fact_function(Engine *e, FlowId node); /* NULL: of no function */
const Function *fact_function_of(Engine *e, InstId id);
/* VALUE of F is a constant: its text, with the name it was written with first, else an empty Str. */
Str fact_constant(Engine *e, const Function *f, ValueId value);

#endif
