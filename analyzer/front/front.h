/*
 * The front end: one translation unit in, the facts of that unit out. The only folder that includes clang-c.
 */
#ifndef FEATDEP_FRONT_FRONT_H
#define FEATDEP_FRONT_FRONT_H

#include "base/diag.h"
#include "base/text.h"
#include "model/ir.h"

typedef struct {
	const char *directory;    /* absolute; relative names in FILE and ARGS start from here */
	const char *file;
	const char *const *args;  /* without argv[0] and FILE, cleared of what libclang refuses */
	size_t nargs;
	const char *root;         /* absolute folder of the user's code; NULL: directory */
	const char *variant;      /* NULL: the only build of FILE */
	const char *resource_dir; /* of clang's own headers; NULL: front_resource_dir */
	bool is_stub;             /* functions of FILE are library semantics */
} FrontRequest;

/* An #include that was not found. */
typedef struct {
	Str name;     /* as written, without quotes */
	Str includer; /* absolute path of the file with the #include */
} MissingHeader;

typedef struct {
	VEC(Str) files; /* absolute paths of every file that was read, sorted */
	VEC(MissingHeader) missing; /* what they would bring is not among the files */
} FrontDeps;

/* Adds the unit, its files, types, globals and functions to the zeroed OUT. False when there is no translation unit
   at all; OUT then has the unit alone, with its status and message. DEPS may be NULL. */
bool front_extract(const FrontRequest *request, Module *out, FrontDeps *deps, Diags *diags);

/* The folder with stddef.h of the clang this is linked with, found once a process; NULL when there is none, and
   then WHY (may be NULL) tells which folders were tried. */
const char *front_resource_dir(Text *why);

void front_deps_release(FrontDeps *deps);

#endif
