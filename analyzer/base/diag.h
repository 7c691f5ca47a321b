/*
 * Positioned messages about bad input. They are collected, never fatal by themselves; the command decides.
 * Messages: lower case, no full stop, what failed first, subject in quotes, what to do.
 */
#ifndef FEATDEP_BASE_DIAG_H
#define FEATDEP_BASE_DIAG_H

#include "base/intern.h"
#include "base/text.h"
#include "base/vec.h"

typedef enum { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagLevel;

typedef struct {
	DiagLevel level;
	Str file;              /* empty: about no file */
	uint32_t line, column; /* 1-based; 0: unknown */
	Str message;
} Diag;

typedef struct {
	VEC(Diag) items;
	uint32_t errors, warnings;
} Diags;

void diag_add(Diags *diags, DiagLevel level, Str file, uint32_t line, uint32_t column, const char *format, ...)
	__attribute__((format(printf, 6, 7)));
/* "FILE:LINE:COLUMN: error: MESSAGE" and, when FILE can be read, the line with a caret below; see
   text_plain. */
void diag_print(const Diag *diag, Text *out);
void diags_release(Diags *diags);

/* The candidate with the smallest edit distance to WORD, or NULL when none is near enough to be a typo of it. */
const char *nearest_name(const char *word, const char *const *candidates, size_t count);

#endif
