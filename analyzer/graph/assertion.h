/* Facts that a team states about its graph, and whether they hold. */
#ifndef FEATDEP_GRAPH_ASSERTION_H
#define FEATDEP_GRAPH_ASSERTION_H

#include "base/text.h"
#include "graph/query.h"
#include "model/roles.h"

/* What ASSERTION says, as a person would: "no path from label:* to feature:*". */
void assertion_print(const Assertion *assertion, Text *out);
/* Whether it holds; WHY gets what is found instead, over several lines when a way is shown, or what should be known
   although it holds: that nothing was selected. */
bool assertion_holds(const Query *query, const Assertion *assertion, Text *why);

#endif
