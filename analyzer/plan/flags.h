/* From a compiler's command line to the arguments that matter for reading the source with libclang. */
#ifndef FEATDEP_PLAN_FLAGS_H
#define FEATDEP_PLAN_FLAGS_H

#include "base/diag.h"
#include "plan/shell.h"

typedef enum { LANGUAGE_C, LANGUAGE_CXX, LANGUAGE_ASSEMBLER, LANGUAGE_OTHER } Language;

typedef struct {
	Language language;
	StrList arguments; /* owned by the caller; without compiler, source, output, dependency and warning options */
} Flags;

/* Replaces @FILE words, nested too, by the words in them, relative to DIRECTORY. Files that cannot be read are
   reported about the database ABOUT and left out. */
void flags_expand(StrList *words, Str directory, Str about, Diags *diags);
/* What is left of WORDS (compiler first, wrappers such as ccache before it allowed) for the file SOURCE. Fills
   the zeroed FLAGS. */
void flags_filter(const StrList *words, Str source, Flags *flags);
/* The source file among WORDS, as written; empty when there is none. */
Str flags_source(const StrList *words);
/* Whether ARGUMENT changes nothing of what is analysed (-fPIC), so that entries differing in it are one. */
bool flag_is_neutral(const char *argument);
/* The folders in which ARGUMENTS, as flags_filter leaves them, let headers be looked for, below DIRECTORY when
   relative. False when there is an option that moves the search in a way that is not followed here. */
bool flags_folders(const StrList *arguments, Str directory, StrList *folders);
const char *language_text(Language language);

#endif
