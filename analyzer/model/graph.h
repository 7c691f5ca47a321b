/*
 * The dependency graph and the findings: what all outputs are made of. solve/ adds nodes and edges, graph/
 * completes and sorts them, rules/ add findings, render/ prints. Everything is text: no ids of a program in it.
 */
#ifndef FEATDEP_MODEL_GRAPH_H
#define FEATDEP_MODEL_GRAPH_H

#include "base/map.h"
#include "base/vec.h"
#include "base/intern.h"

#include <stdbool.h>

typedef uint32_t NodeId, EdgeId;

typedef enum { NODE_SIGNAL, NODE_FEATURE, NODE_MODEL, NODE_PREDICTION, NODE_CONSUMER, NODE_STORE } NodeKind;
typedef enum { DEP_CONTROL, DEP_INDEX, DEP_DATA } DepKind; /* weakest first */

typedef struct {
	Str file;              /* relative to the root */
	uint32_t line, column; /* 0: unknown */
	Str function;
} Site;

typedef struct {
	Site site;
	Str text;              /* the source line, trimmed; empty when it cannot be read */
	Str note;              /* what happens: "assigned", "passed to f as x", "returned", "condition", … */
	DepKind kind;          /* of this step */
} Step;

typedef VEC(Site) Sites;
typedef VEC(Step) Steps;
typedef VEC(NodeId) NodeIds;

typedef enum { /* what became of a feature; why it is unused */
	USE_READ_BY_MODEL,
	USE_NEVER_READ,
	USE_LOG_ONLY,       /* read, but only by logs, files or other consumers */
	USE_OVERWRITTEN,    /* every definition is overwritten before a model reads it */
	USE_BEYOND_COUNT,   /* outside the elements the model reads */
	USE_NOT_ASKED,      /* emitted under a name no model asks for */
	USE_NOT_COMPUTED,   /* declared, never written */
	USE_OUTPUT          /* leaves through a public interface: no consumer in the analysed program */
} FeatureUse;

enum { /* Node.uses of a consumer */
	CONSUME_COMPUTE = 1, CONSUME_BRANCH = 2, CONSUME_PERSIST = 4, CONSUME_ESCAPE = 8
};

/* One assignment that does not arrive: overwritten at `by` before anything reads it. */
typedef struct { Site site, by; } DeadStore;

typedef struct {
	NodeKind kind;
	Str id;       /* "feature:ad_features.age": kind and semantic name; no lines, no absolute paths */
	Str name;     /* without the kind */
	Str label;    /* for people: index names instead of numbers where the source has them */
	Sites sites;  /* definitions of a feature, reads of a signal, calls of a model, uses of a consumer */
	Sites guards; /* conditions that decide only whether it happens */
	Str module, owner;
	bool declared;   /* by manifest, pack or annotation */
	bool from_pack;
	bool is_assumed; /* rests on an assumption about an unknown function */
	/* signals */
	Str version; bool unstable, label_role, deprecated;
	/* features */
	Str object;   /* array or struct it is part of */
	int64_t first, last; /* element range; -1: none */
	FeatureUse use;
	VEC(DeadStore) dead_stores;
	/* models */
	VEC(Str) variants; /* identities, when more than one is possible */
	Str access;   /* "private" or empty */
	bool has_state; /* keeps state of its own from one invocation to the next */
	/* consumers */
	uint32_t uses;   /* CONSUME_* */
	VEC(Str) escapes;/* where it leaves the program: "log", "file", "database", "network", "api", "global NAME" */
	bool is_monitor;
	bool is_test;    /* in test code */
} Node;

typedef struct {
	NodeId from, to;  /* direction of the data */
	DepKind kind;     /* the strongest */
	bool state;       /* passes from one invocation to the next on every path of this kind */
	bool unresolved;  /* rests on something that could not be analysed */
	Steps witness;    /* shortest, in the direction of the data */
	uint32_t paths;   /* number of other direct paths seen, capped at 1000; for explain */
} Edge;

typedef enum { LEVEL_OFF, LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR } Level;

typedef struct {
	Str rule;
	Level level;
	Str subject;      /* node id, or what it is about */
	Str message, advice;
	NodeIds nodes;
	Steps witness;
	Str fingerprint;  /* 16 hex digits of rule and semantic names */
	bool suppressed; Str suppression; /* its reason */
	bool hidden;      /* noise by default: only with --all */
} Finding;

typedef struct { Site site; Str what; /* "call through unknown pointer", "inline assembly", … */ Str subject; uint32_t features; /* behind it */ } Unresolved;

typedef struct {
	uint32_t units, units_parsed, units_failed, units_skipped;
	uint32_t functions, functions_analysed; /* defined by the user; reached from an entry point and not given up */
	uint32_t calls, calls_resolved;
	uint32_t features, features_resolved;   /* whose source tree holds nothing unresolved or undeclared */
	VEC(Unresolved) unresolved;
	VEC(Str) failed_units;                  /* "src/a.c: message" */
} Coverage;

typedef struct {
	Str project;
	Str root;         /* absolute; for reading source, never printed into outputs */
	VEC(Node) nodes;
	VEC(Edge) edges;
	VEC(Finding) findings;
	Coverage coverage;
	Map by_id;        /* Str.i of the id → NodeId */
	Map by_ends;      /* map_key(from, to) → EdgeId */
} Graph;

/* The node with this kind and name, made when absent. */
NodeId graph_node(Graph *graph, NodeKind kind, Str name);
/* The edge FROM → TO, made when absent. The strongest kind wins and then the shortest witness; takes over STEPS. */
EdgeId graph_edge(Graph *graph, NodeId from, NodeId to, DepKind kind, bool state, bool unresolved, Steps steps);
NodeId graph_find(const Graph *graph, const char *id); /* NONE when absent */
void graph_add_site(Sites *sites, Site site); /* unless it is there */
void graph_release(Graph *graph);

const char *node_kind_text(NodeKind kind);
const char *dep_kind_text(DepKind kind);
const char *level_text(Level level);
const char *feature_use_text(FeatureUse use);


#endif
