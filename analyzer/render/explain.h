/* Why: the steps that prove a dependency or a finding, as a compiler prints a diagnostic with its notes. */
#ifndef FEATDEP_RENDER_EXPLAIN_H
#define FEATDEP_RENDER_EXPLAIN_H

#include "base/diag.h"
#include "base/text.h"
#include "model/graph.h"

typedef struct {
	bool color;
	bool ascii;     /* no lines but those of ASCII */
	uint32_t width; /* columns of the terminal; 0: lines are not broken */
} ExplainOptions;

/*
 * With SECOND: the shortest way from FIRST to SECOND, or from SECOND to FIRST when there is none. Without: FIRST is a
 * finding (its fingerprint, 8 or more digits of it, or RULE:SUBJECT), or a node, whose edges are listed.
 * False with a diagnostic when there is no such node, finding or way.
 */
bool explain_print(const Graph *graph, const char *first, const char *second, const ExplainOptions *options, Text *out,
	Diags *diags);

#endif
