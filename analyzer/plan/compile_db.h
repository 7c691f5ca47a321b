/* compile_commands.json as build systems really write it → the units to analyse. */
#ifndef FEATDEP_PLAN_COMPILE_DB_H
#define FEATDEP_PLAN_COMPILE_DB_H

#include "base/diag.h"
#include "model/ir.h"
#include "plan/shell.h"

typedef struct {
	Str file;       /* absolute, links followed */
	Str directory;  /* absolute */
	Str variant;    /* the arguments that differ from the other entries of this file; empty for the only one */
	UnitStatus status; /* UNIT_PARSED: to be extracted; UNIT_MISSING and UNIT_SKIPPED: message says why */
	Str message;
	StrList arguments; /* filtered, see flags.h; without the source file */
} PlanUnit;

typedef struct {
	Str root;       /* absolute: the folder above all sources that looks like a project's; names are relative to it */
	Str database;   /* absolute, or empty for files given directly */
	VEC(PlanUnit) units; /* sorted by file, then arguments: the database's order does not matter */
	uint32_t duplicates; /* entries that say the same as another one */
} Plan;

/* The database that START (a folder, or the file itself) means: in it, in a usual build folder below it, or upward.
   Empty when there is none. */
Str compile_db_find(const char *start);
/* Fills the zeroed PLAN. False with a positioned diagnostic when PATH is no compile database or an empty one. */
bool compile_db_read(Str path, Plan *plan, Diags *diags);
/* The same for FILES, all compiled in the current folder with ARGUMENTS. */
void plan_files(const StrList *files, const StrList *arguments, Plan *plan, Diags *diags);
void plan_release(Plan *plan);

#endif
