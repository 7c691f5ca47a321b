/* How views select, and the views that have files of their own. */
#ifndef FEATDEP_RENDER_SELECT_H
#define FEATDEP_RENDER_SELECT_H

#include "render/view.h"

const Node *selection_node(const Selection *selection, NodeId node);
/* Selects NODE; the strongest mark stays. */
void select_node(Selection *selection, NodeId node, Mark mark);
/* Is EDGE of a kind that is asked for? */
bool select_wants(const Selection *selection, const Edge *edge);
/* All edges of the wanted kinds between selected nodes. */
void select_inner_edges(Selection *selection);
void select_in_neighbours(Selection *selection, NodeId node, Mark mark);
/* KINDS: bit 1 << NodeKind. */
void select_out_neighbours(Selection *selection, NodeId node, uint32_t kinds, Mark mark);

bool finding_shows(const Finding *finding, const char *rule);
/* Selects and marks NODE when no model uses it, with the reason. */
void mark_unused(Selection *selection, NodeId node);
void mark_hidden_consumers(Selection *selection);
/* Selects and marks predictions that nothing reads, as far as findings say so. */
void mark_unread_predictions(Selection *selection);

/* The title of the picture: of which project, what, and what of it. */
Str selection_title(const Selection *selection);

/* Only sources, features and models, joined whenever there is a way through features. */
void matrix_derive(const Graph *graph, Graph *derived);
bool select_matrix(Selection *selection, const char *argument, Diags *diags);
/* Lines of code by role. */
bool census_build(Selection *selection, const char *argument, View *view, Diags *diags);
/* The argument of a view about one model; the only one of the graph when none is given. */
bool select_model(const Graph *graph, const char *argument, NodeId *model, Diags *diags);
/* Named values between the sources of a model and its features, from the witnesses. */
bool steps_build(Selection *selection, const char *argument, View *view, Diags *diags);
bool select_feedback(Selection *selection, const char *argument, Diags *diags);
bool select_variants(Selection *selection, const char *argument, Diags *diags);
/* The definitions of a feature beside each other, between it and what they are made of. */
void variants_finish(const Selection *selection, View *view);

/*
 * Takes all nodes out of the selection that TEXT does not name: "x", "+x" with all it depends on, "x+" with all that
 * depends on it, "2+x+1" with so many steps, where x is a node, a pattern with "*", or kind:, module:, owner: or
 * file: with a pattern; spaces between them join, commas intersect. WALK is of the whole graph. False with a
 * diagnostic when nothing has such a name.
 */
bool selection_restrict(Selection *selection, const Walk *walk, const char *text, Diags *diags);

#endif
