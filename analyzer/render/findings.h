/* Findings in the order in which they are worth reading, for all outputs that people read. */
#ifndef FEATDEP_RENDER_FINDINGS_H
#define FEATDEP_RENDER_FINDINGS_H

#include "base/text.h"
#include "model/comparison.h"
#include "model/graph.h"

typedef VEC(const Finding *) FindingList;

/* All that are neither suppressed nor, without ALL, hidden: by level, then by the value of their rules; findings of
   one rule keep the order of the graph. The caller releases the list. */
FindingList findings_by_value(const Graph *graph, bool all);
/* Where it is: the end of its witness, else the first site of its nodes; an empty Site when neither is known. */
Site finding_site(const Graph *graph, const Finding *finding);

/* "FILE:LINE", or the subject of what has no place. */
Str finding_place(const Graph *graph, const Finding *finding);
/* Whether FINDING is new against the baseline; without one every finding is. */
bool finding_is_new(const Graph *graph, const Finding *finding, const Comparison *comparison);
/* LINK with {file} and {line} replaced, the file percent-encoded; empty without a link or a place. */
Str site_link(const char *link, const Site *site);
/* FILE as a relative URI; absolute names become file: URIs. */
void put_uri(Text *out, Str file);

#endif
