/* What the parts of link/ share. */
#ifndef FEATDEP_LINK_LINKER_H
#define FEATDEP_LINK_LINKER_H

#include "link/link.h"

typedef VEC(Module) Modules;

struct Linker {
	Module pool;       /* the program as it grows: kept symbols of all units so far, each with ids of the pool */
	Modules stubs;     /* stub units, untouched until it is known what is needed of them */
	Map files;         /* Str.i of the name → FileId */
	Map types;         /* structural key → TypeId */
	Map shared;        /* function_key → FuncId of a header function that stands for all its copies */
	Map shared_globals;/* the same for constants of headers */
	Map declared;      /* map_key(0: function, 1: global; Str.i of the name): declared in the user's files → 1 */
	Map contents;      /* hash of a unit's facts → 1 */
	uint32_t dropped;  /* units with equal facts */
};

typedef enum { KEEP_NOT, KEEP, KEEP_DECLARATION /* without its body */ } Keep;

/* One unit on its way into the pool. */
typedef struct {
	Linker *linker;
	Module *unit;
	uint8_t *keep_functions, *keep_globals; /* Keep */
	FuncId *functions;   /* unit → pool; NONE: not kept and not shared */
	GlobalId *globals;
	TypeId *types;
	FileId *files;
	uint64_t *function_keys, *global_keys; /* of those that others may share from now on; 0: none */
	bool is_stub;
} Merge;

void merge_init(Merge *merge, Linker *linker, Module *unit);
void merge_release(Merge *merge);
/* Moves what is kept into the pool, with types and files that it needs. Symbols that are not kept are already mapped or
   referred to by nothing that is. The unit is released. */
void merge_run(Merge *merge);

/* The pool's types for those marked in NEEDED (one byte a type), and all that they are made of: fills merge->types. */
void types_merge(Merge *merge, uint8_t *needed);

/* Records that are only declared become those that another unit defines. */
void records_resolve(Module *pool);

/* Decides what to keep of a unit of the user's, maps functions and constants of headers to the shared ones, and gives
   those that can be shared from now on their keys. */
void share_unit(Merge *merge);

/* Moves the stubs that the pool needs into it. */
void stubs_add(Linker *linker);

/* Function.label and Global.label of a whole program. */
void labels_give(Module *program);

/* External names to definitions; drops what was merged away and renumbers. */
void symbols_resolve(Linker *linker, Diags *diags);

#endif
