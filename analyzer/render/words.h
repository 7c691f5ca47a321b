/* The words of a picture: what drawn nodes and edges are called, for groups of MEMBERS in the order of the graph. */
#ifndef FEATDEP_RENDER_WORDS_H
#define FEATDEP_RENDER_WORDS_H

#include "render/view.h"

const Site *node_site(const Node *node); /* the first, or an empty one */
/* How many nodes are DRAWN, what became of the others that the view SELECTED, and how many there are. */
void words_drawn(uint32_t drawn, uint32_t selected, uint32_t total, Text *out);
bool words_same_object(const Selection *selection, const NodeIds *members);
Str words_name(const Selection *selection, const NodeIds *members, Rest rest);
Str words_detail(const Selection *selection, const NodeIds *members, Rest rest);
Str words_place(const Selection *selection, const NodeIds *members);
Str words_tip(const Selection *selection, const NodeIds *members);
Str words_edge(const Selection *selection, const Edge *edge);

#endif
