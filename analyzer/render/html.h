/* report.html: one file for a browser, with the data of a run, or of two to be compared. */
#ifndef FEATDEP_RENDER_HTML_H
#define FEATDEP_RENDER_HTML_H

#include "render/renderer.h"

/* BASE is the earlier run, or NULL. */
void html_print(const Graph *graph, const Graph *base, const RenderOptions *options, Text *out);

#endif
