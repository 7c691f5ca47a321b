/*
 * Who is who: the packs, the manifest and the annotations after they were checked and matched with a program.
 * bind/ fills it; solve/, graph/ and rules/ read it.
 */
#ifndef FEATDEP_MODEL_ROLES_H
#define FEATDEP_MODEL_ROLES_H

#include "base/map.h"
#include "model/ir.h"

typedef uint32_t RoleId;

typedef enum {
	ROLE_SIGNAL,   /* function result or out-buffer, parameter, global, field */
	ROLE_FEATURE,  /* field or variable */
	ROLE_EMIT,     /* function that keeps value under a name */
	ROLE_MODEL,    /* function */
	ROLE_PUT, ROLE_GET, /* functions of a store */
	ROLE_CONSUMER, /* function allowed to read predictions of `of` */
	ROLE_MONITOR,  /* function whose argument `value` is watched */
	ROLE_ALLOCATOR, /* function that gives memory of its own for each call, through `value` */
	ROLE_ENTRY,     /* function that code outside of the program calls; where there are such, it calls no others */
	ROLE_TRAIN     /* function that fits the model `of` to `inputs` and `labels` */
} RoleKind;

enum { POS_NONE = -2, POS_RETURN = -1 }; /* Position.arg below 0 */

/* A place in a call. In a manifest: `return`, 3, or { arg: 3, count: { arg: 4 }, field: value, label: gains }. */
typedef struct {
	int32_t arg;       /* POS_NONE, POS_RETURN or a 0-based argument */
	int32_t count_arg; /* argument that holds the number of elements; -1: none */
	int64_t count;     /* fixed number of elements; -1: unknown */
	Str field;         /* only members of this name below the pointer (libsvm: "value"); empty: all */
	Str label;         /* name of this input or output; empty: the parameter's name */
} Position;

typedef enum { TARGET_FUNCTION, TARGET_PARAMETER, TARGET_FIELD, TARGET_GLOBAL, TARGET_VARIABLE } TargetKind;

/* What an entry is about: globs as in fnmatch, or one thing of the program (annotations). Matched by bind/. */
typedef struct {
	TargetKind kind;
	Str file;          /* glob on the file name or on its end; empty: any */
	Str function;      /* FUNCTION, PARAMETER; VARIABLE: only locals of it; empty: any */
	Str record;        /* FIELD: tag or typedef name */
	Str name;          /* PARAMETER: its name or number; FIELD, GLOBAL, VARIABLE */
	int32_t requires_arg; /* the function counts only if this argument is a requires_type or points to one; -1: any */
	Str requires_type;
	uint32_t id, sub;  /* annotation: FuncId, (FuncId, parameter), (TypeId, field), GlobalId, (FuncId, LocalId); else NONE */
} Target;

typedef struct {
	RoleKind kind;
	Target target;
	Str name;          /* template with {callee} {function} {file} {line} {argN} {identity} {module}; empty: the default name */
	Position value;    /* SIGNAL: what is the signal; EMIT, PUT, GET, MONITOR: the value; ALLOCATOR: the result, or an argument that
	                      points to the pointer to set */
	Position key;      /* EMIT: the name; PUT, GET: the key; POS_NONE otherwise */
	Position identity; /* MODEL, TRAIN: weights, handle or path argument */
	VEC(Position) inputs; /* MODEL, TRAIN: the features */
	VEC(Position) outputs; /* MODEL */
	VEC(Position) labels, weights; /* TRAIN: what is to be learnt; how much each example counts */
	VEC(Position) states; /* MODEL: memory of its own, kept from call to call; neither features nor predictions */
	Str store;         /* PUT, GET: name of the store */
	Str of;            /* CONSUMER, TRAIN: "model:ctr" or a glob, as written; TRAIN: may be empty */
	Str owner, module, access, version;
	bool unstable, label, deprecated, collapse;
	bool several;      /* SIGNAL: one of several positions that have no name in the manifest */
	bool zeroed;       /* ALLOCATOR: the memory holds zeros */
	bool has_state;    /* MODEL: keeps state of its own; also true when there are `states` */
	bool compiled_in;  /* pack: only for functions defined in the library's own sources */
	bool from_pack, from_annotation;
	Str file;          /* where it was declared: manifest, pack or source file */
	uint32_t line, column;
	Str entry;         /* the entry as a person would recognise it: "function: sensor_read" */
	uint32_t matches;  /* things in the program that it matched */
	Str nearest;       /* when it matched nothing: the nearest name in the program, or empty */
} Role;

typedef struct { Str pack, path; } PackSource; /* file of the pack; glob on file names: the library's own source */
typedef struct { Str name, path, owner, file; uint32_t line, column, matches; } ModuleRule; /* path: glob on file names */
typedef struct { Str name; VEC(Str) models; Str file; uint32_t line, column; } Ensemble;
typedef struct { Str from, to, file; uint32_t line, column; } WorldEdge; /* node names as written */
/* In the manifest: of findings about SUBJECT, a glob. A comment in the source has no subject: it is about what is in its
   line or, when nothing else is in its lines LINE to LAST, in the line behind them. */
typedef struct {
	Str rule, subject, reason, until, file;
	uint32_t line, column;
	bool in_source, alone;
	uint32_t last;
} Suppression;

/* A fact about the graph that must hold. One of path, no_path, count and consumers is set; all are selectors of nodes. */
typedef struct {
	Str path, no_path, to;        /* some way, no way from here to there */
	VEC(Str) kinds;               /* of the edges on the way; empty: all */
	Str count, of;                /* how many such nodes; OF: only those with an edge to or from it */
	int64_t exactly, at_least, at_most; /* -1: not said */
	Str consumers;                /* of these models or predictions … */
	VEC(Str) within;              /* … there are only these */
	Str because;                  /* for people */
	Str file;
	uint32_t line, column;
} Assertion;
typedef struct {
	Str rule, level;   /* level: "off", "note", "warning", "error" or empty */
	int64_t models;    /* limit; 0 or less: not set */
	int64_t steps, functions, files, modules, stores, sources; /* the same */
	Str file;
	uint32_t line, column;
} RuleSetting;
typedef struct { FuncId function; RoleId role; } FunctionRole;
/* Calls through a function pointer: a GlobalId and NONE, or the TypeId of a record and the index of a field. */
typedef struct { uint32_t id, sub; RoleId role; } PointerRole;

typedef struct {
	Str project;
	Str manifest;      /* its file name, or empty */
	VEC(Role) roles;
	VEC(PackSource) sources;
	VEC(ModuleRule) modules;
	VEC(Ensemble) ensembles;
	VEC(WorldEdge) world;
	VEC(Suppression) suppressions;
	VEC(Assertion) assertions;
	VEC(RuleSetting) settings;
	/* Matched with a program: */
	VEC(FunctionRole) functions; /* sorted by function, then role; SIGNAL EMIT MODEL PUT GET CONSUMER MONITOR */
	/* Sorted by id, sub, role. The functions that the program itself stores in such a pointer are in `functions`
	   already: this is for calls whose pointer nobody knows the value of. */
	VEC(PointerRole) pointers;
	Map pointer_functions; /* map_key(id, sub) of a pointer → FuncId of the declaration that stands for what it calls */
	Map params;        /* map_key(FuncId, parameter) → RoleId (SIGNAL: the value or what it points to) */
	Map fields;        /* map_key(record TypeId, field index) → RoleId (SIGNAL) */
	Map feature_fields;/* map_key(record TypeId, field index) → RoleId (FEATURE) */
	Map globals;       /* GlobalId → RoleId (SIGNAL) */
	Map feature_globals; /* GlobalId → RoleId (FEATURE) */
	Map feature_locals;  /* map_key(FuncId, LocalId) → RoleId (FEATURE) */
} Roles;

void roles_release(Roles *roles);
/* The first of Roles.functions that is about FUNCTION, or where it would be: they are sorted. */
uint32_t roles_first(const Roles *roles, FuncId function);
/* The first role of KIND of FUNCTION, or NONE. */
RoleId roles_of_function(const Roles *roles, FuncId function, RoleKind kind);
/* The declaration that stands for what the pointer at PLACE, the address of a field or a global, calls; NONE: it has no role. */
FuncId roles_pointer_function(const Roles *roles, const Instr *place);
/* The setting of RULE, or NULL. */
const RuleSetting *roles_setting(const Roles *roles, const char *rule);

#endif
