/* What changed since an earlier run, for a terminal. */
#ifndef FEATDEP_RENDER_CHANGES_H
#define FEATDEP_RENDER_CHANGES_H

#include "model/comparison.h"
#include "render/summary.h"

/* Findings: the new ones with place and advice, the fixed ones, and how many remain. */
void changes_print(const Graph *graph, const Comparison *comparison, const SummaryOptions *options, Text *out);

typedef enum { DIFF_TEXT, DIFF_MARKDOWN, DIFF_JSON } DiffFormat;

/* Nodes and edges that came, went or changed. */
void diff_print(const GraphDiff *diff, DiffFormat format, bool color, Text *out);

#endif
