/* Texts that answer one question about one node: what is a model fed with, what does a node affect. */
#ifndef FEATDEP_RENDER_LISTING_H
#define FEATDEP_RENDER_LISTING_H

#include "render/walk.h"

/* What feeds a model, as rows of a table; consecutive elements of an object that rest
   on the same are one row. */
typedef struct {
	Str name;    /* "embedding[0..31]" */
	Str kind;    /* of its edge to the model */
	Str from;    /* "user.age, clock (control)" */
	Str at;      /* "src/a.c:12, src/a.c:40 and 2 more" */
	Str guards;  /* places of the conditions under which it is computed */
	uint32_t count;
	const Node *first;
} FeatureRow;

typedef VEC(FeatureRow) FeatureRows;

/* The rows of MODEL by object and element; the caller releases them. */
FeatureRows feature_rows(const Walk *walk, NodeId model);

typedef struct {
	bool color;
	bool ascii;     /* no lines but those of ASCII */
	uint32_t width; /* columns of the terminal, which lines are cut to; 0: unknown */
	uint32_t depth; /* of an impact, in steps; 0: all */
	uint32_t kinds; /* of an impact, bit 1 << DepKind; 0: all */
} ListingOptions;

/* `features MODEL`; MODEL may be NULL when there is only one. False with a diagnostic when there is no such model. */
bool features_print(const Graph *graph, const char *model, const ListingOptions *options, Text *out, Diags *diags);
/* `impact NODE`: what is affected, nearest first. False with a diagnostic when there is no such node. */
bool impact_print(const Graph *graph, const char *node, const ListingOptions *options, Text *out, Diags *diags);

#endif
