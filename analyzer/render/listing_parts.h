/* What the listings for terminals share: their trees, and the nodes at the ends of edges, folded where they can be. */
#ifndef FEATDEP_RENDER_LISTING_PARTS_H
#define FEATDEP_RENDER_LISTING_PARTS_H

#include "render/listing.h"
#include "render/tree.h"

/* A node and the edge that leads to it. */
typedef struct { NodeId id; const Node *node; const Edge *by; } Linked;

typedef VEC(Linked) LinkedList;

/* For qsort: what people look for first, then elements in order. */
int linked_order(const void *a, const void *b);
/* Whether B is the next element behind A, with the same kind of edge, so that one line may stand for both. */
bool linked_next(const Linked *a, const Linked *b);
/* The last element of LIST that one line from FIRST on may stand for. */
uint32_t linked_last(const LinkedList *list, uint32_t first);
/* The id, or with several elements "feature:features[0..31]". */
Str linked_name(const Linked *first, const Linked *last);

/* The first places, each line once. */
Str sites_text(const Sites *sites);
/* " (control, from an earlier call)", or nothing. */
void put_edge_marks(const Edge *edge, Text *out);

Tree listing_tree(const ListingOptions *options, Text *out);
void listing_root(Tree *tree, const Node *node);

#endif
