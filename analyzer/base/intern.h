/*
 * Interned strings: one Str for equal texts, so that names compare as numbers. The table belongs to the
 * process and is never freed; Str 0 is the empty string. Not for use from several threads.
 */
#ifndef FEATDEP_BASE_INTERN_H
#define FEATDEP_BASE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct { uint32_t i; } Str;

Str str_intern(const char *text); /* NULL gives the empty string */
Str str_intern_n(const char *text, size_t length);
Str str_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* NUL-terminated, valid for the life of the process. */
const char *str_text(Str s);
size_t str_length(Str s);

static inline bool str_equal(Str a, Str b) { return a.i == b.i; }
static inline bool str_empty(Str s) { return s.i == 0; }
bool str_is(Str s, const char *text);
/* strcmp order of the texts, for sorted output. */
int str_compare(Str a, Str b);

#endif
