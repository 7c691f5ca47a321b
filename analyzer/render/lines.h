/* Lines of the analysed sources, and how terminal output shows a place in them. */
#ifndef FEATDEP_RENDER_LINES_H
#define FEATDEP_RENDER_LINES_H

#include "base/text.h"
#include "model/graph.h"

typedef struct { Str file; Text text; } SourceFile;

/* The files read so far. A zeroed Sources with its root set is valid; owned by the caller, who releases it. */
typedef struct {
	Str root;
	VEC(SourceFile) files;
} Sources;

/* The line without its end, as LENGTH bytes that are not terminated; NULL when it cannot be read. */
const char *sources_line(Sources *sources, const Site *site, size_t *length);
void lines_release(Sources *sources);

/* How to start and end colours; all empty when there are none. */
typedef struct { const char *bold, *red, *magenta, *cyan, *green, *dim, *end; } Colors;

const Colors *colors_of(bool color);
const char *level_color(const Colors *colors, Level level);
/* "FILE:LINE:COLUMN: " in bold; nothing when the file is unknown. */
void print_place(const Colors *colors, const Site *site, Text *out);
/* The source line with its number and a caret; FALLBACK without a caret when the file cannot be read; else nothing. */
void print_caret(Sources *sources, const Colors *colors, const Site *site, Str fallback, Text *out);
/* TEXT in lines of at most WIDTH columns (0: any), each after INDENT; its own lines and their indentation stay. */
void print_wrapped(const char *indent, uint32_t width, const char *text, Text *out);

#endif
