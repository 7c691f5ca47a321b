/* Comparing two runs. */
#ifndef FEATDEP_GRAPH_COMPARE_H
#define FEATDEP_GRAPH_COMPARE_H

#include "model/comparison.h"

/* Whether it counts: neither suppressed nor, without ALL, hidden. */
bool finding_counts(const Finding *finding, bool all);

/* Findings of GRAPH against those of OLD, into the zeroed COMPARISON. The same finding is one with the same fingerprint;
   where none has it, one of the same rule whose subject and message are equal once files are renamed and line numbers
   left out; where there is none either, one of the same rule with the same parts: what tells of several remains when
   all of its parts were known, and is fixed when none is left. A finding that did not count in OLD, or had a lower level
   there, is new when it counts now. */
void findings_compare(const Graph *graph, const Graph *old, const Renames *renames, bool all, Comparison *comparison);
void comparison_release(Comparison *comparison);

/* Nodes and edges, matched by ids after renaming the files in those of BEFORE, into the zeroed DIFF. */
void graph_diff(const Graph *before, const Graph *after, const Renames *renames, GraphDiff *diff);
bool graph_diff_empty(const GraphDiff *diff);
void graph_diff_release(GraphDiff *diff);

/* TEXT with all files renamed. */
Str rename_apply(const Renames *renames, Str text);

#endif
