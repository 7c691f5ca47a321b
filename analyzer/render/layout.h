/* DOT text to picture, by Graphviz. */
#ifndef FEATDEP_RENDER_LAYOUT_H
#define FEATDEP_RENDER_LAYOUT_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Appends the picture in FORMAT ("svg", "png", "pdf") to OUT. False with the reason in PROBLEM when Graphviz fails,
 * crashes or needs more than SECONDS of processor time; OUT is then unchanged.
 */
bool layout_render(const char *dot, const char *format, double seconds, Text *out, Text *problem);

#endif
