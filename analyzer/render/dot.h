/* A View in the DOT language. */
#ifndef FEATDEP_RENDER_DOT_H
#define FEATDEP_RENDER_DOT_H

#include "render/view.h"

/* What a layout may cost; each is cheaper than the one before. */
typedef enum { DOT_CURVES, DOT_POLYLINES, DOT_NO_BOXES, DOT_STRAIGHT, DOT_STYLE_COUNT } DotStyle;

/* The best style for the size of VIEW that Graphviz lays out well within a second. */
DotStyle dot_style_of(const View *view);
void dot_print(const View *view, const RenderOptions *options, DotStyle style, Text *out);

#endif
