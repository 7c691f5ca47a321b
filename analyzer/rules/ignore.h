/* Suppressions written in the source: a comment that says "featdep: ignore RULE reason". */
#ifndef FEATDEP_RULES_IGNORE_H
#define FEATDEP_RULES_IGNORE_H

#include "graph/source.h"
#include "model/graph.h"

/* Marks the findings whose subject has such a comment for their rule on the line of one of its places, or alone on the
   line above it. A finding about several elements needs one for each. A comment without a reason does nothing and gets
   a diagnostic. */
void ignores_apply(Graph *graph, Sources *sources, Diags *diags);

#endif
