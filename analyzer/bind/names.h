/* Names of a program, sorted for look-ups by name, by glob and by likeness. */
#ifndef FEATDEP_BIND_NAMES_H
#define FEATDEP_BIND_NAMES_H

#include "base/intern.h"
#include "base/vec.h"

#include <stdbool.h>

typedef struct {
	Str name;
	uint32_t id, sub; /* whose name it is */
} Name;

typedef struct {
	const char *text;
	uint32_t length;
	uint64_t letters; /* which characters occur, folded to 64 */
} NearName;

/* A zeroed Names is valid and empty. */
typedef struct {
	VEC(Name) items;
	VEC(NearName) near; /* the different names, shortest first; made by the first names_nearest */
} Names;

typedef struct { uint32_t first, end; } NameRange;

void names_add(Names *names, Str name, uint32_t id, uint32_t sub);
/* After the last names_add, before any look-up. */
void names_sort(Names *names);
/* The part of items that PATTERN can match: still to be filtered with name_matches when it is a glob. */
NameRange names_range(const Names *names, const char *pattern);
bool name_matches(const char *pattern, Str name);
/* The name that WORD was probably meant to be, or the empty string. For a glob, the name whose beginning is most
   like the glob's. */
Str names_nearest(Names *names, const char *word);
void names_release(Names *names);

#endif
