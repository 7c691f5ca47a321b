/* The files of the output folder. */
#ifndef FEATDEP_OUTPUTS_H
#define FEATDEP_OUTPUTS_H

#include "pipeline.h"
#include "render/renderer.h"

/* Makes the folder and locks it against a second featdep, for the life of the process. False with a diagnostic. */
bool output_lock(Str folder, Diags *diags);
/* Writes reports, pictures and database, each under a temporary name that is then renamed. False with a diagnostic. */
bool outputs_write(Pipeline *pipeline);
/* Prints GRAPH with the renderer NAME, which must exist; ALL: with findings that are noise by default. */
void output_print(const Graph *graph, const char *name, bool all, Text *out);
/* The catalogue of rules for the formats that print it: rules_count of them. */
const RuleText *rule_texts(void);

#endif
