/* The files of the output folder. */
#ifndef FEATDEP_OUTPUTS_H
#define FEATDEP_OUTPUTS_H

#include "pipeline.h"
#include "render/renderer.h"

/* Makes the folder and locks it against a second featdep, until *LOCK, -1 or a descriptor, is closed. False with a
   diagnostic. */
bool output_lock(Str folder, int *lock, Diags *diags);
/* Removes what a killed run left half done. */
void outputs_clean(const Pipeline *pipeline);
/* Writes reports, pictures and database under temporary names, and renames them when all are there. False with a
   diagnostic. */
bool outputs_write(Pipeline *pipeline);
/* Prints GRAPH with the renderer NAME, which must exist; ALL: with findings that are noise by default. */
void output_print(const Graph *graph, const char *name, bool all, Text *out);
/* The catalogue of rules for the formats that print it: rules_count of them. */
const RuleText *rule_texts(void);

#endif
