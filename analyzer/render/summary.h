/* What a person sees at the end of an audit. */
#ifndef FEATDEP_RENDER_SUMMARY_H
#define FEATDEP_RENDER_SUMMARY_H

#include "base/text.h"
#include "model/graph.h"

typedef struct {
	bool color;
	uint32_t width;     /* columns of the terminal; 0: lines are not broken */
	bool all;           /* with notes and hidden findings, and all of them */
	const GraphCounts *counts; /* of the whole graph, when GRAPH is a digest of it without nodes; NULL: those of GRAPH */
	bool no_pictures;   /* there are none in the output folder */
	const char *output; /* the folder the outputs are in; NULL: not mentioned */
} SummaryOptions;

void summary_print(const Graph *graph, const SummaryOptions *options, Text *out);

#endif
