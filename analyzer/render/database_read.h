/* A graph out of the featdep.db that an earlier run wrote. */
#ifndef FEATDEP_RENDER_DATABASE_READ_H
#define FEATDEP_RENDER_DATABASE_READ_H

#include "base/diag.h"
#include "model/graph.h"

/* Whether these are the first bytes of an SQLite file. */
bool database_is(const char *bytes, size_t length);
/* Nodes, edges and findings with their witnesses into the zeroed GRAPH; no coverage. False with a diagnostic, GRAPH
   released, when PATH is damaged, of another program or of another version. */
bool database_read(const char *path, Graph *graph, Diags *diags);

#endif
