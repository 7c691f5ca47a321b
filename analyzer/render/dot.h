/* A View in the DOT language. */
#ifndef FEATDEP_RENDER_DOT_H
#define FEATDEP_RENDER_DOT_H

#include "render/view.h"

/* What a layout may cost; each is cheaper than the one before. */
typedef enum { DOT_CURVES, DOT_POLYLINES, DOT_NO_BOXES, DOT_STRAIGHT, DOT_STYLE_COUNT } DotStyle;

/* The best style for the size of VIEW that Graphviz lays out well within a second. */
DotStyle dot_style_of(const View *view);
void dot_print(const View *view, const RenderOptions *options, DotStyle style, Text *out);

/* dot_matrix.c: the table of a matrix, as the label of one node. */
void dot_put_matrix(const View *view, const RenderOptions *options, Text *out);
/* census.c: the bars of a census, as the label of one node. */
void dot_put_census(const View *view, const RenderOptions *options, Text *out);
/* LINK with the place of SITE in it, in quotes as the value of NAME after ", " or, in a table, after a space; nothing
   when there is no link or no place. */
void dot_put_link(const RenderOptions *options, const Site *site, const char *name, Text *out);

#endif
