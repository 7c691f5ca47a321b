/*
 * What files contain, as hashes. A file whose size and time are those of an earlier run is not read again: its hash is
 * remembered, as git does in its index. So copies and fresh checkouts count as unchanged, and nothing large is read
 * when nothing was written.
 */
#ifndef FEATDEP_CONTENTS_H
#define FEATDEP_CONTENTS_H

#include "base/intern.h"
#include "base/map.h"
#include "base/text.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
	Str path;
	int64_t size, seconds, nanoseconds;
	uint64_t hash;
	bool used; /* in this run */
} Content;

typedef struct {
	VEC(Content) files;
	Map by_path; /* Str.i → index */
	bool changed; /* a file was read: what is remembered is out of date */
} Contents;

/* The hash of what the file PATH contains now; 0 when it is no file or cannot be read. */
uint64_t contents_hash(Contents *contents, Str path);
/* One line for each file that was asked for, beginning with '@'. */
void contents_print(const Contents *contents, Text *out);
/* Remembers what LINE, of LENGTH bytes, says; false when it is no such line. */
bool contents_parse(Contents *contents, const char *line, size_t length);
void contents_release(Contents *contents);

#endif
