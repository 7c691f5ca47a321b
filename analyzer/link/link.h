/*
 * Linking: the facts of translation units become one program, with C's rules for symbols.
 *
 *   - Internal symbols belong to their unit. A function of a header that is the same text in several units and refers to
 *     nothing that differs between them is one function.
 *   - External symbols meet by name. Tentative definitions merge. Where several definitions of one name exist (several
 *     programs in one database), all stay, and a unit without its own uses the one that is nearest: the longest common
 *     directory prefix, then the same variant, then the lowest unit. Each such name is noted once.
 *   - Library stubs (units with functions marked is_stub) are used only where the program defines nothing of that name;
 *     what nobody needs of them is left out, and their units are not listed (Function.unit is NONE). A stub annotated
 *     "featdep:field-stub:Record.field" stays when a unit uses a record of that name.
 *   - A unit whose facts are equal to those of an earlier one of the same file is dropped and counted in a note.
 *   - What is declared and nowhere defined stays, undefined, when something refers to it or the user's files declare it.
 */
#ifndef FEATDEP_LINK_LINK_H
#define FEATDEP_LINK_LINK_H

#include "base/diag.h"
#include "base/map.h"
#include "model/ir.h"

#include <stddef.h>

/* All at once. PROGRAM is zeroed before; the units stay as they are. */
void link_modules(const Module *const *units, size_t count, Module *program, Diags *diags);

/* Unit by unit, so that one unit at a time is in memory besides the program. Same result for the same order. */
typedef struct Linker Linker;

Linker *linker_new(void);
/* Functions that need not be read from facts again (facts_parse_new). Valid until the next linker_add. */
const Map *linker_known(const Linker *linker);
/* Takes over UNIT, which is left empty. It must pass module_check. */
void linker_add(Linker *linker, Module *unit);
/* Completes PROGRAM, zeroed before, and frees LINKER. */
void linker_finish(Linker *linker, Module *program, Diags *diags);

#endif
