/* Findings in the order in which they are worth reading, for all outputs that people read. */
#ifndef FEATDEP_RENDER_FINDINGS_H
#define FEATDEP_RENDER_FINDINGS_H

#include "model/graph.h"

typedef VEC(const Finding *) FindingList;

/* All that are neither suppressed nor, without ALL, hidden: by level, then by the value of their rules; findings of
   one rule keep the order of the graph. The caller releases the list. */
FindingList findings_by_value(const Graph *graph, bool all);
/* Where it is: the end of its witness, else the first site of its nodes; an empty Site when neither is known. */
Site finding_site(const Graph *graph, const Finding *finding);

#endif
