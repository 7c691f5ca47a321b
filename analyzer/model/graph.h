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
enum { NODE_KINDS = NODE_STORE + 1 };
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
	uint32_t left_out;     /* steps before this one that are not kept; graph_complete makes a note of it and clears it */
} Step;

/* A hash of the place, whatever function it is in. */
uint64_t site_key(const Site *site);

typedef VEC(Site) Sites;
typedef VEC(Step) Steps;
typedef VEC(NodeId) NodeIds;

typedef enum { /* what became of a feature; why it is unused */
	USE_READ_BY_MODEL,
	USE_NEVER_READ,
	USE_LOG_ONLY,       /* read, but only by logs, files or other code that is no model */
	USE_OVERWRITTEN,    /* every definition is overwritten before a model reads it */
	USE_BEYOND_COUNT,   /* outside the elements the model reads */
	USE_NOT_ASKED,      /* emitted under a name no model asks for */
	USE_NOT_COMPUTED,   /* declared, never written */
	USE_OUTPUT,         /* leaves through a public interface: no consumer in the analysed program */
	USE_GUARD,          /* read by no model, but decides whether one is evaluated */
	USE_WITHIN_MODEL    /* assigned by a model's own code: its state, or part of what it predicts */
} FeatureUse;

enum { FEATURE_USES = USE_WITHIN_MODEL + 1 };

enum { /* Node.uses of a consumer */
	CONSUME_COMPUTE = 1, CONSUME_BRANCH = 2, CONSUME_PERSIST = 4, CONSUME_ESCAPE = 8
};

/* One assignment that does not arrive: overwritten at `by`, if that has a file, before anything reads it. */
typedef struct { Site site, by; } DeadStore;

/* How a function makes a feature, as an expression over named things: casts between numbers of one kind are dropped,
   operands of commutative operators sorted, calls of the program's own functions followed. */
typedef struct {
	Site site;          /* of the assignment */
	Str variant;        /* of the unit, when its file is built in several */
	Str expression;     /* "((a.x + b) / 100)"; empty: none that is short enough */
	Str same;           /* equal for two values that are the same at run time; empty: not known */
	bool constant;      /* rests on nothing but constants */
	bool uninitialised; /* may be read before it was written */
	bool address;       /* computed from where something lies in memory */
	Str table;          /* of pointers to functions, which the assigning function is in: one case of a choice */
} Definition;

/* A comparison of a prediction with a constant: "> 0.8". */
typedef struct { Site site; Str text; } Threshold;

/* Code that is there for one feature only. */
typedef struct { Site site; uint32_t lines; } SoleFunction;

/* A value of an earlier invocation that survives where the assignment does not happen. */
typedef struct { Site assigned, condition, read; Str memory; } StaleRead;

/* An input that MODEL does not make use of. */
typedef struct { Str model; Site site; Str why; /* "column of zeros in w", "never read" */ } IdleInput;

/* Code of features or models that never runs. */
typedef struct {
	Site guard;
	Str flag;           /* what decides: a variable, a macro or a function */
	Str what;           /* "variable never written", "macro never defined", "function never called" */
	Str holds;          /* what the code that never runs does: "calls predict", "assigns ad_features.x" */
	uint32_t lines;
} DeadCode;

/* The kinds of code, as in figure 1 of "Hidden Technical Debt in Machine Learning Systems". */
typedef enum {
	CODE_COLLECTION, CODE_EXTRACTION, CODE_MODEL, CODE_SERVING, CODE_MONITORING, CODE_CONFIGURATION, CODE_GLUE, CODE_TEST,
	CODE_OTHER, CODE_COUNT
} CodeRole;

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
	bool in_memory; /* declared as a field, a parameter or a variable */
	bool kept;    /* memory that the program itself fills: stands for its first value only */
	/* features */
	Str object;   /* array or struct it is part of */
	int64_t first, last; /* element range; -1: none */
	FeatureUse use;
	bool handed;         /* to a function without source, which may read it */
	VEC(DeadStore) dead_stores;
	VEC(Definition) definitions;
	VEC(SoleFunction) sole; /* functions that exist only for it */
	VEC(StaleRead) stale;
	VEC(IdleInput) idle;
	/* predictions */
	VEC(Threshold) thresholds;
	/* models */
	VEC(Str) label_of; /* labels: of which models (globs); empty: of any */
	VEC(Str) variants; /* identities, when more than one is possible */
	Str access;   /* "private" or empty */
	Str callee;   /* the function that infers; of a signal, the one that gives it, where it is declared by name */
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
	Str scaled;       /* to a consumer that takes the value through exp, tanh, …: which */
	Str through;      /* to a consumer that nowhere has the value itself: the function that computed what it uses from it */
	bool checked;     /* to a feature or store: on every way a condition that looks at the value dominates its use */
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
	VEC(Str) parts;   /* fingerprints of the parts when it tells of several: a part is known or new by itself */
	bool suppressed; Str suppression; /* its reason */
	bool suppressed_in_source;        /* by a comment, not by the manifest */
	bool hidden;      /* noise by default: only with --all */
} Finding;

typedef struct {
	Site site;
	Str what; /* "call through unknown pointer", "inline assembly", … */
	Str subject;
	uint32_t features; /* behind it */
	Str source;        /* until the graph is complete: id of the node that stands for it; empty: edges go through its place */
} Unresolved;
/* Unresolved.what of an entry point that more code hangs on than there were steps for. */
extern const char UNRESOLVED_NO_STEPS[];
/* The same of the call of a declared model that nothing was found to lead to: the model is not in the graph. */
extern const char UNRESOLVED_MODEL[];
/* Of a model that is evaluated: no feature, not even a constant, at the positions declared as its inputs. */
extern const char UNRESOLVED_INPUTS[];
/* Is WHAT, of an Unresolved, that a function was given up: a limit of the engine? */
bool unresolved_is_limit(Str what);
/* Name of the signal that stands for what more such entry points may have left than are named. */
extern const char OMITTED_ENTRIES[];

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
	VEC(DeadCode) dead_code;
	uint32_t census[CODE_COUNT]; /* lines of code by role; see graph/census.h */
	Map by_id;        /* Str.i of the id → NodeId */
	Map by_ends;      /* map_key(from, to) → EdgeId */
} Graph;

/* How much there is. */
typedef struct { uint32_t nodes[NODE_KINDS], edges; } GraphCounts;

GraphCounts graph_counts(const Graph *graph);
/* The node with this kind and name, made when absent. */
NodeId graph_node(Graph *graph, NodeKind kind, Str name);
/* The edge FROM → TO, made when absent. The strongest kind wins and then the shortest witness; takes over STEPS. */
EdgeId graph_edge(Graph *graph, NodeId from, NodeId to, DepKind kind, bool state, bool unresolved, Steps steps);
NodeId graph_find(const Graph *graph, const char *id); /* NONE when absent */
/* Consumers are functions: named FUNCTION, or FILE:FUNCTION where several files define one of the name. */
NodeId graph_consumer_at(const Graph *graph, const Site *site); /* the consumer that the function of SITE is; NONE */
bool graph_is_in(const Site *site, const Node *consumer);       /* is it? */
Str graph_bare_name(Str name);                                  /* of a function or variable, without the file */
void graph_add_site(Sites *sites, Site site); /* unless it is there */
int site_compare(const void *a, const void *b); /* for qsort: by file, line and column */
void graph_release(Graph *graph);

const char *node_kind_text(NodeKind kind);
const char *dep_kind_text(DepKind kind);
const char *level_text(Level level);
const char *feature_use_text(FeatureUse use);
const char *code_role_text(CodeRole role);


#endif
