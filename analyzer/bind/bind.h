/*
 * Binding: from what people said (packs, the manifest, annotations) to roles of things in one program.
 *
 * The order of calls: packs_load, manifest_load, bind_annotations, bind_comments, bind_roles, bind_pointers. Later wins where two entries give the
 * same thing the same kind of role; annotations win over the manifest, the manifest over packs.
 */
#ifndef FEATDEP_BIND_BIND_H
#define FEATDEP_BIND_BIND_H

#include "base/text.h"
#include "bind/manifest.h"
#include "model/roles.h"

/* Appends the roles that annotations in PROGRAM's sources give (include/featdep/annotate.h). */
void bind_annotations(Roles *roles, const Module *program, Diags *diags);
/* Appends the suppressions that comments in PROGRAM's own files give: "featdep: ignore RULE [until YYYY-MM-DD] REASON". */
void bind_comments(Roles *roles, const Module *program, Diags *diags);
/* Matches all roles with PROGRAM: fills functions and the maps, Role.matches and Role.nearest, ModuleRule.matches.
   Entries that matched nothing are left for a rule to report. */
void bind_roles(Roles *roles, const Module *program, Diags *diags);
/* Declares a function in PROGRAM for each pointer in Roles.pointers; behind bind_roles. Fills pointer_functions and adds
   the declarations' roles to functions. */
void bind_pointers(Roles *roles, Module *program);
/* The roles as text, one a line with what they matched below, for dumps and tests. PROGRAM may be NULL. */
void roles_print(const Roles *roles, const Module *program, Text *out);

#endif
