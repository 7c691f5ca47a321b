/* Pictures of a graph: a view, laid out and drawn. */
#ifndef FEATDEP_RENDER_DIAGRAM_H
#define FEATDEP_RENDER_DIAGRAM_H

#include "render/renderer.h"
#include "render/view.h" /* view_kinds, for help and for drawing all */

/* Prints the picture that OPTIONS asks for. False with a diagnostic, with the nearest name, on an unknown view,
   format or node, and when Graphviz cannot draw it. */
bool diagram_render(const Graph *graph, const DiagramOptions *options, Text *out, Diags *diags);

/* The same for a FORMAT that Graphviz draws; the body of those renderers. */
bool diagram_draw(const Graph *graph, const DiagramOptions *options, const char *format, Text *out, Diags *diags);

#endif
