/* Command lines as text: the quoting of sh and of gcc's response files. Nothing is ever executed. */
#ifndef FEATDEP_PLAN_SHELL_H
#define FEATDEP_PLAN_SHELL_H

#include "base/intern.h"
#include "base/vec.h"

#include <stdbool.h>

typedef VEC(Str) StrList;

/* Appends the words of TEXT as sh splits them: blanks, '…', "…" and backslashes; no expansions. False when a
   quote is not closed; the words are then those up to the end of TEXT. */
bool shell_split(const char *text, StrList *words);
/* WORD quoted for sh, if that is needed. */
Str shell_quote(const char *word);

bool str_list_has(const StrList *list, Str word);

#endif
