/* Lines of source files, each file read once. */
#ifndef FEATDEP_GRAPH_SOURCE_H
#define FEATDEP_GRAPH_SOURCE_H

#include "base/diag.h"
#include "base/map.h"

typedef struct {
	Text text;
	VEC(uint32_t) lines; /* offset of each line's first byte */
	bool readable;
} SourceFile;

typedef struct {
	Str root;            /* relative names start here */
	Map files;           /* Str.i of the name → index */
	VEC(SourceFile) items;
	uint32_t unreadable;
	Str first_unreadable;
} Sources;

/* Line LINE (1-based) of FILE without white space at its ends, as valid UTF-8 without control characters, cut to MAX
   bytes with "…" at the cut; empty when there is no such line. Only regular files below 64 MB are read. */
Str source_line(Sources *sources, Str file, uint32_t line, size_t max);
/* One warning about the files that could not be read, if any. */
void sources_report(const Sources *sources, Diags *diags);
void sources_release(Sources *sources);

#endif
