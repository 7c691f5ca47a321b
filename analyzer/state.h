/*
 * What the outputs of the last run were made from, so that a run in which nothing changed only says again what that one
 * said. The file "state" in the output folder has a key of everything that decides about the outputs, their names and
 * contents, and the messages; "state.json" beside it is a digest of the graph: findings and coverage, for the
 * summary. Neither grows with the edges of the graph, so nothing large is read.
 */
#ifndef FEATDEP_STATE_H
#define FEATDEP_STATE_H

#include "pipeline.h"

/* True when nothing that the outputs depend on has changed and all of them are as they were written: the graph is then
   the digest (pipeline->is_digest) and the messages are those of the last run. Called when the facts are up to date. */
bool state_reuse(Pipeline *pipeline);
/* Before outputs are written, and after all of them were. The former appends the names of the PICTURES of the last
   run; the latter is false with a diagnostic. */
void state_remove(const Pipeline *pipeline, StrList *pictures);
bool state_write(Pipeline *pipeline);
/* Puts the whole graph of the outputs in place of its digest. False with a diagnostic. */
bool state_load_graph(Pipeline *pipeline);

#endif
