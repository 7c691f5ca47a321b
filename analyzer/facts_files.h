/* Facts from the disk: the units', and those of the library stubs that ship with featdep. */
#ifndef FEATDEP_FACTS_FILES_H
#define FEATDEP_FACTS_FILES_H

#include "base/diag.h"
#include "model/graph.h"
#include "model/ir.h"
#include "plan/shell.h"

typedef VEC(Module) ModuleVec;

/* All *.facts below FOLDER, sorted. False with a diagnostic when there are none. */
bool facts_collect(Str folder, StrList *files, Diags *diags);
/* Reads FILES. One that cannot be read becomes a failed unit and is removed, unless it is FOREIGN, so that the next run
   makes it again. */
void facts_load(const StrList *files, bool foreign, ModuleVec *modules, Diags *diags);
/* Appends the facts of the stubs. */
void stubs_load(ModuleVec *modules, Diags *diags);
void modules_release(ModuleVec *modules);
/* The unit counts of COVERAGE and the units that could not be analysed. */
void coverage_units(const Module *program, Coverage *coverage);

#endif
