/* Results of an earlier run, in whichever of its files they were kept. */
#ifndef FEATDEP_BASELINE_H
#define FEATDEP_BASELINE_H

#include "base/diag.h"
#include "model/comparison.h"
#include "model/graph.h"

/* A graph.json, featdep.db or findings.sarif, or the folder of an audit, into the zeroed GRAPH. A SARIF file gives
   findings only. False with a diagnostic. */
bool baseline_read(const char *path, Graph *graph, Diags *diags);
/* A file with a rename a line: "OLD NEW", "OLD<tab>NEW", or what `git diff --name-status -M` prints. False with a
   diagnostic. */
bool renames_read(const char *path, Renames *renames, Diags *diags);
/* The same out of text that holds it. FILE is for diagnostics. */
bool renames_parse(const char *text, Str file, Renames *renames, Diags *diags);

#endif
