/*
 * graph.json: the graph as it is kept on disk, for other programs and for the commands that read it back. Its schema is
 * graph.schema.json beside this file. All of a Graph is in it but the root.
 */
#ifndef FEATDEP_MODEL_GRAPH_JSON_H
#define FEATDEP_MODEL_GRAPH_JSON_H

#include "base/diag.h"
#include "base/text.h"
#include "model/graph.h"

enum { GRAPH_JSON_VERSION = 1 };

/* Nodes sorted by id, edges by the ids of their ends, findings in their order, which is that of their weight. */
void graph_json_print(const Graph *graph, Text *out);
/* Into the zeroed GRAPH. Untrusted input: false with a diagnostic about FILE, and GRAPH is then released. */
bool graph_json_parse(const char *text, size_t length, Str file, Graph *graph, Diags *diags);

const char *consume_text(uint32_t use); /* of one CONSUME_* bit: "compute", "branch", "persist", "escape" */

#endif
