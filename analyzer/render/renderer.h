/*
 * Renderers: one output format a file. A file NAME.c here that defines `const Renderer render_NAME` is in the table.
 * Renderers read the graph, print into a Text and never touch files; what a graph says is untrusted text.
 */
#ifndef FEATDEP_RENDER_RENDERER_H
#define FEATDEP_RENDER_RENDERER_H

#include "base/diag.h"
#include "base/text.h"
#include "model/comparison.h"
#include "model/graph.h"

/* What formats with a catalogue of rules say about one. */
typedef struct {
	const char *id, *section, *summary, *help;
	Level level;
} RuleText;

typedef struct {
	/* pictures; NULL and 0 are the defaults */
	const char *view;     /* name of a view ("overview") */
	const char *argument; /* MODEL or NODE of the views that are about one */
	const char *select;   /* what of the view is drawn: a selector, see select.h; NULL: all */
	const char *format;   /* name of a picture renderer ("svg"); used by diagram_render */
	const char *group_by; /* "module", "file", "function" or "none"; default: module when any node has one, else file */
	const char *expand;   /* objects, modules or nodes, with commas between them, or "all": what is not folded */
	uint32_t depth;       /* steps from the argument; 0: all */
	uint32_t kinds;       /* bit 1 << DepKind; 0: all */
	uint32_t limit;       /* drawn nodes; 0: 60 */
	bool dark;
	const char *link;     /* template of a link to the source, with {file} and {line}; NULL: no links */
	/* reports */
	bool all;             /* with the findings that are noise by default */
	const RuleText *rules; /* the catalogue, sorted by id */
	size_t rule_count;
	const Comparison *comparison; /* with a baseline; NULL: none was given */
	const struct History *history; /* of earlier runs and this one; NULL: none is kept */
} RenderOptions;

typedef RenderOptions DiagramOptions;

typedef struct {
	const char *name;    /* of -T and --format */
	const char *suffix;  /* of files, with the dot */
	const char *summary; /* one line of help */
	bool is_picture;     /* shows one view */
	const char *file;    /* reports: usual name in the output folder; NULL: goes to standard output */
	/* False with a diagnostic when nothing could be printed. */
	bool (*render)(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags);
} Renderer;

extern const Renderer *const renderers[]; /* by name, ends with NULL */

/* NULL with a diagnostic that has the nearest name when there is none. */
const Renderer *renderer_find(const char *name, bool is_picture, Diags *diags);

#endif
