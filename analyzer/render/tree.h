/* Trees drawn with lines, for terminals. */
#ifndef FEATDEP_RENDER_TREE_H
#define FEATDEP_RENDER_TREE_H

#include "render/lines.h"

typedef struct {
	const Colors *colors;
	uint32_t width; /* columns that lines are cut to; 0: not cut */
	bool ascii;     /* lines of +, - and | */
	Text *out;
	Text prefix;    /* the lines of the levels above; released by tree_release */
} Tree;

/* One line: NAME in bold, MARKS ("(control)") and, when there is room, PLACE. IS_LAST: of its level. */
void tree_line(Tree *tree, bool is_last, const char *name, const char *marks, const char *place);
/* The same without lines before it. */
void tree_root(Tree *tree, const char *name, const char *marks, const char *place);
/* Between these two, lines are below the last one, which had this IS_LAST. */
size_t tree_down(Tree *tree, bool is_last);
void tree_up(Tree *tree, size_t mark);
void tree_release(Tree *tree);

#endif
