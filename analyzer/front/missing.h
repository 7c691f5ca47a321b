/* Stand-ins for the names of headers that were not found. */
#ifndef FEATDEP_FRONT_MISSING_H
#define FEATDEP_FRONT_MISSING_H

#include "base/intern.h"
#include "base/text.h"
#include "base/vec.h"

#include <clang-c/Index.h>

#define MISSING_FILE "/featdep-missing-names.h" /* exists only in memory */

typedef VEC(Str) NameList;

typedef struct {
	NameList types, constants;
} MissingNames;

/* Adds the unknown names of TU; true when there are new ones and a header was not found. */
bool missing_collect(CXTranslationUnit tu, MissingNames *names);
/* Declarations of them all, as C. */
void missing_declare(const MissingNames *names, Text *out);
uint32_t missing_errors(CXTranslationUnit tu);
void missing_release(MissingNames *names);

#endif
