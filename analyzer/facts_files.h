/* Facts from the disk: the units', and those of the library stubs that ship with featdep. */
#ifndef FEATDEP_FACTS_FILES_H
#define FEATDEP_FACTS_FILES_H

#include "base/diag.h"
#include "link/link.h"
#include "model/graph.h"
#include "model/ir.h"
#include "plan/shell.h"

/* All *.facts below FOLDER, sorted. False with a diagnostic when there are none. */
bool facts_collect(Str folder, StrList *files, Diags *diags);
/* Hands FILES to LINKER. One that cannot be read becomes a failed unit and is removed, unless it is FOREIGN, so that
   the next run makes it again. */
void facts_link(const StrList *files, bool foreign, Linker *linker, Diags *diags);
/* Hands the facts of the stubs to LINKER; after the units. */
void stubs_link(Linker *linker, Diags *diags);
/* The unit counts of COVERAGE and the units that could not be analysed. */
void coverage_units(const Module *program, Coverage *coverage);

#endif
