/* The findings of an earlier run out of its findings.sarif: a baseline that is small and that CI services keep. */
#ifndef FEATDEP_MODEL_SARIF_READ_H
#define FEATDEP_MODEL_SARIF_READ_H

#include "base/diag.h"
#include "model/graph.h"

/* Into the zeroed GRAPH, which then has findings only; each with its place as the one step of its witness. Results that
   were absent in that run are left out. Untrusted input: false with a diagnostic about FILE. */
bool sarif_read(const char *text, size_t length, Str file, Graph *graph, Diags *diags);

#endif
