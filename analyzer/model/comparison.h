/*
 * What changed between two runs: findings, for CI, and the graph itself. graph/compare.c makes it, render/ prints it.
 * Both graphs must outlive what is made from them.
 */
#ifndef FEATDEP_MODEL_COMPARISON_H
#define FEATDEP_MODEL_COMPARISON_H

#include "model/graph.h"

typedef struct { Str from, to; } Rename; /* files, as named in reports; a folder ends with '/' */
typedef VEC(Rename) Renames;

typedef enum { FINDING_NEW, FINDING_REMAINING } FindingState;

typedef struct {
	Str baseline;                 /* what it was compared with, for people */
	const Graph *old;
	VEC(FindingState) states;     /* of each finding of the new graph */
	VEC(const Finding *) fixed;   /* of the old graph: counted then, and there is no such finding now */
	uint32_t added, remaining;    /* of the new graph's findings that count */
	bool is_partial;              /* units failed: what is gone may only not have been seen */
} Comparison;

typedef struct { NodeId before, after; Str what; } NodeChange;
typedef struct { EdgeId before, after; } EdgeChange;

/* Ids of things that came are of the new graph, of things that went of the old one; sorted by the ids of nodes. */
typedef struct {
	const Graph *before, *after;
	NodeIds came, went;
	VEC(NodeChange) changed;
	VEC(EdgeId) edges_came, edges_went;
	VEC(EdgeChange) edges_changed;  /* kind, or whether it passes from one invocation to the next */
} GraphDiff;

#endif
