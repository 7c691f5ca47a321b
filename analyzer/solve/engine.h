/*
 * The engine inside solve/: a flow-sensitive abstract interpreter that builds a value-flow graph.
 *
 * Every function is analysed in instances (partial transfer functions, Wilson & Lam, "Efficient Context-Sensitive
 * Pointer Analysis for C Programs", PLDI 1995): the memory a function gets from its caller is a set of formal
 * objects, and what was asked of the caller (what a pointer points to, which constant an argument is) is recorded as
 * the instance's key. A call reuses an instance when its queries get the same answers. Values are nodes of the
 * value-flow graph; memory maps locations to nodes, so a def-use chain is an edge of that graph. Inside an instance
 * the value that arrives from the caller is a formal-in node; what leaves is listed as outs with a summary of the
 * formal-ins and origins they depend on (Horwitz, Reps & Binkley, TOPLAS 1990), so that two calls never mix.
 */
#ifndef FEATDEP_SOLVE_ENGINE_H
#define FEATDEP_SOLVE_ENGINE_H

#include "base/arena.h"
#include "base/bitset.h"
#include "base/map.h"
#include "base/pages.h"
#include "base/stamps.h"
#include "base/vec.h"
#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"
#include "solve/solve.h"

typedef uint32_t FlowId;   /* node of the value-flow graph; 0: undefined */
typedef uint32_t ObjId;    /* abstract object; OBJ_UNKNOWN: anything */
typedef uint32_t InstId;
typedef uint32_t PtsId;    /* interned points-to set; 0: empty */
typedef uint32_t CtxId;    /* which iterations of unrolled loops; 0: none */

#define OBJ_UNKNOWN 0
enum { MANY_ELEMENTS = 1 << 24, NO_KNOWN_END = 8 * MANY_ELEMENTS }; /* so far an index of unknown end leads, for elements of 8 bits and more; in bits */
#define NEG_INF INT64_MIN
#define POS_INF INT64_MAX
#define REST ((int64_t)1 << 44) /* bits, larger than any object: up to the end */
#define MODERATE ((int64_t)1 << 60) /* offsets and sizes below it are added without overflow */
#define UNBOUNDED ((int64_t)1 << 33) /* bits: a length that may be that much is just not known */

/* {lo, lo + stride, …, hi}; stride 0 when lo == hi. Of an offset with SPAN > 0, from each of these also on in steps of STEP
   up to SPAN, which is less than the stride: elements of the array in each of many records (offset.c). */
typedef struct { int64_t lo, hi, stride; int32_t span, step; } Range;

typedef struct { ObjId obj; Range off; } Pointee; /* offset in bits */
typedef VEC(Pointee) Pointees;
typedef VEC(FuncId) FuncIds;
typedef VEC(FlowId) FlowIds;
typedef VEC(Str) Strs;

typedef struct {
	Range num;  /* as an integer */
	PtsId pts;  /* as a pointer */
} Value;

static inline Range range_const(int64_t value)
{
	return (Range){ .lo = value, .hi = value };
}

static inline bool range_is_const(Range r)
{
	return r.lo == r.hi;
}

static inline bool range_equal(Range a, Range b)
{
	return a.lo == b.lo && a.hi == b.hi && a.stride == b.stride && a.span == b.span && a.step == b.step;
}

static inline bool is_finite(int64_t end)
{
	return end != NEG_INF && end != POS_INF;
}

/* ---- range.c: of one level ---- */
/* Stops at the infinities. */
int64_t clamp_add(int64_t a, int64_t b);
int64_t common_divisor(int64_t a, int64_t b);
Range range_strided(int64_t lo, int64_t hi, int64_t stride);
/* A number that the steps of R are counted from: a finite end; of a range without one, 0. */
int64_t range_anchor(Range r);
/* The first number from START on that the steps of R lead to, whether R goes that far or not. */
int64_t range_first(Range r, int64_t start);
/* The same as range_strided(), ANCHOR being one of the numbers. Without ends, it begins far away: the steps would not be
   known to lead over it. */
Range range_anchored(int64_t lo, int64_t hi, int64_t stride, int64_t anchor);
Range range_top(void);
Range range_nonnull(void);
/* The number of an address that the C library gave, which is no small one; see obtained.c. */
Range range_obtained(void);
/* The number of an address, or NULL because there was none to be had. */
Range range_allocated(void);
bool range_is_top(Range r);
Range range_add(Range a, Range b);
Range range_neg(Range a);
Range range_scale(Range a, int64_t factor);
/* The values of A from LO to HI; A itself when there are none. */
Range range_between(Range a, int64_t lo, int64_t hi);
Range range_join(Range a, Range b);
/* R converted to an integer type. */
Range range_convert(Range r, int64_t bits, bool is_signed);
/* BITS and IS_SIGNED: of the type of the operands. 64 bits without a sign are kept as those with one. */
Range range_binary(BinOp op, Range a, Range b, int64_t bits, bool is_signed);

/* ---- offset.c: of two levels ---- */
/* From each of OUTER in steps of STEP up to SPAN. */
Range offset_nested(Range outer, int64_t span, int64_t step);
/* OFF without its second level. */
Range offset_outer(Range off);
int64_t offset_last(Range off);
/* Behind the last bit when each place has SIZE bits; POS_INF: unknown. */
int64_t offset_end(Range off, int64_t size);
/* Does the second level go on to the next of the first without a gap? */
bool offset_is_gapless(Range off);
/* All of OFF in one level. */
Range offset_flat(Range off);
Range offset_add(Range a, Range b);
Range offset_join(Range a, Range b);
/* NOW, which has all of BEFORE: an end that grew goes on to infinity, a second level to the end of its record. */
Range offset_widen(Range now, Range before);
uint64_t offset_hash(uint64_t seed, Range off);
/* Do [x, x + size_a) and [y, y + size_b) meet for an x in A and a y in B? */
bool range_overlaps(Range a, int64_t size_a, Range b, int64_t size_b);

/* ---- value.c ---- */
Value value_top(void);
Value value_const(int64_t value);
/* One or the other. A pointer whose number may be below nothing need not be one: what is NULL or a number elsewhere. */
Value value_join(Value a, Value b);
PtsId pts_of(const Pointee *targets, uint32_t count); /* sorts and merges */
PtsId pts_single(ObjId obj, Range off);
PtsId pts_join(PtsId a, PtsId b);
typedef VEC(PtsId) PtsIds;
/* Of many, in pairs: joined one after the other, each set between them has all of the last one. Changes SETS. */
PtsId pts_join_all(PtsIds *sets);
/* The same as value_join() of many, one after the other; zeroed: of none yet. */
typedef struct { Value first; Range num; PtsIds pts; bool mixed; } ValueSum;
void value_sum_add(ValueSum *sum, Value v);
/* Releases SUM. */
Value value_sum_end(ValueSum *sum);
PtsId pts_shift(PtsId set, Range by);
/* Valid until pts_reset(). */
const Pointee *pts_targets(PtsId set, uint32_t *count);
void pts_reset(void);

/* ---- objects ---- */
typedef enum { OBJ_NONE, OBJ_LOCAL, OBJ_FORMAL, OBJ_HEAP, OBJ_STRING, OBJ_FUNCTION, OBJ_GLOBAL, OBJ_ENTRY, OBJ_VARARGS } ObjKind;

typedef struct {
	ObjKind kind;
	InstId inst;     /* owner; 0: absolute */
	uint32_t index;  /* local, formal number, FuncId, GlobalId */
	TypeId type;     /* NONE: unknown */
	Str text;        /* OBJ_STRING: contents; OBJ_ENTRY, OBJ_HEAP: name, once known */
	uint32_t func;   /* OBJ_ENTRY: root function; OBJ_HEAP: function of the allocation */
	uint32_t instr;  /* OBJ_HEAP: allocating instruction */
	uint32_t depth;  /* OBJ_HEAP: calls between the allocation and its owner */
	uint64_t way;    /* OBJ_HEAP: hash of those calls, as far as they are no calls of a recursion among each other */
	uint32_t levels; /* OBJ_HEAP: how many of them are */
	bool weak;       /* stands for several objects: never a strong update */
	bool named_loosely; /* OBJ_HEAP: TEXT is that of an untyped local: any other is better */
	bool whole;      /* OBJ_FORMAL: TYPE is that of a variable, not of the elements that a pointer leads through */
	ObjId base;      /* of a view (view.c): the object it lies in; 0: it is none */
	RoleId feature;  /* role of a declared feature variable, or NONE */
	bool exact;      /* OBJ_FORMAL: is one place for the callee; what a caller chooses it by, the call depends on (select.c) */
	uint32_t signals; /* OBJ_FORMAL, OBJ_ENTRY: parameters and variables that point here are declared signals: the first in Engine.pointed_signals; 0: none are */
} Object;

/* ---- value-flow nodes ---- */
/* Flow.aux of a phi: all operands are among the dependences; they are one value, of which conditions say this or that. */
enum { PHI_WHOLE = 1, PHI_ONE = 2 };

typedef enum {
	FLOW_NONE, FLOW_CONST, FLOW_UNDEF, FLOW_OP, FLOW_LOAD, FLOW_STORE, FLOW_PHI, FLOW_WEAK, FLOW_MERGE, FLOW_ASSUME,
	FLOW_FORMAL,  /* formal-in: the value at the entry of the instance */
	FLOW_OUT,     /* what a call left in a location or returned */
	FLOW_CHOICE,  /* which memory a model is given: see chosen.c */
	FLOW_VIA,     /* between several nodes and the many sources they share */
	FLOW_ENTRY,   /* from outside the program: entry parameter, external object, initial contents */
	FLOW_EXTERNAL,/* result or effect of a function without definition */
	FLOW_SIGNAL, FLOW_PREDICTION, FLOW_GET, /* named */
	FLOW_BRANCH,  /* use by a condition */
	FLOW_ESCAPE   /* leaves the program */
} FlowKind;

typedef struct {
	FlowId from;
	uint8_t kind;   /* DepKind */
	bool state;     /* passes from one invocation to the next */
	bool condition; /* from is the condition that decides */
	bool computed;  /* of an out: the callee computed with it, it did not just pass it on */
} Dep;

typedef struct {
	uint8_t kind;       /* FlowKind */
	bool marked;        /* is a feature: see Engine.features */
	bool real;          /* a constant number with a fraction: see real.c */
	bool assumed;       /* what another call of the function did: this one was not followed */
	InstId inst;
	uint32_t instr;     /* NONE: none */
	Value value;
	uint32_t first_dep, ndeps, dep_cap;
	uint32_t aux;       /* CONST: Str.i of the text it is, or 0; FORMAL: index of the FormalIn; OUT: index in Engine.out_links; PHI: see join.c; ASSUME: what it was before a way was known to be taken (correlate.c), or 0; VIA of a call: index in Engine.calls; SIGNAL, PREDICTION, GET, ESCAPE: index in Engine.things */
	TypeId type;
} Flow;

enum { NO_PLACE = -2, SEVERAL_PLACES = -3 }; /* Thing.first of an ENTRY: nothing was read of it; it stands for several elements, or one of several */

/* Something with a name that a flow node stands for. */
typedef struct {
	NodeKind kind;
	Str name, label;
	Str where;        /* ESCAPE */
	RoleId role;      /* NONE: undeclared */
	Str object; int64_t first, last; /* of an ENTRY: see SEVERAL_PLACES */
	bool assumed;
	bool is_label;    /* ESCAPE: what a model is fitted to */
} Thing;

/* ---- memory ---- */
typedef struct {
	Range off;
	int64_t size;
	FlowId node;
	bool must;   /* every location of it holds this value: what was there at entry is gone */
	bool merged; /* one for too many: what may be written inside goes into it */
	uint32_t prefix; /* prefix.c: inside this one, only FRESH is left of it, 0: nothing; 0: there is none */
	FlowId fresh;
} Cell;

/* count.c: TIMES the value of node OF, when OP is below 0, else count OF, OP (BIN_SHR or BIN_DIV), BY. */
typedef struct { int64_t times; uint32_t of; int64_t by; int op; } Term;
/* Engine.terms from FIRST on, and PLUS. */
typedef struct { uint32_t first, terms; int64_t plus; } Count;

/* prefix.c: COUNT elements of SIZE bits, the first at LO, each STEP behind the one before; those of EXTENDS (0: none) and more,
   or fewer when more are fewer than none. */
typedef struct { int64_t lo, step, size; uint32_t count, extends; } Prefix;

/* All of the prefix of OBJ was written since the function was entered. */
typedef struct { ObjId obj; uint32_t prefix; } Written;

/* First the wide cells (ranges, more than 64 bits), then the narrow ones sorted by offset. */
typedef struct { uint32_t refs, nwide; VEC(Cell) cells; } Cells;
typedef struct { ObjId obj; Cells *cells; } ObjMem;

enum { MAX_ADDRESS_PARTS = 4 };

/* What an address is computed from: NUMBER stands for all of it, 0 for an address that has none. COUNT may be larger than
   what there is room for. */
typedef struct { uint64_t number; uint32_t count; FlowId parts[MAX_ADDRESS_PARTS]; } Address;

/* A store to a place that is not exactly known: see forward.c. */
typedef struct { Address address; PtsId pts; int64_t size; FlowId node; } Stored;

typedef struct {
	uint32_t nslots;
	FlowId *slots;     /* promoted locals */
	VEC(ObjMem) mem;   /* sorted by obj */
	VEC(Stored) stored;
	VEC(Written) written;
	uint32_t threads;  /* that run beside the instance, made in it: bits of Instance.handles, and OTHER_THREADS; see thread.c */
	bool waited;       /* for what runs beside it, whoever made that */
} State;

/* ---- instances ---- */
/* What a number is for: nothing here; a branch, an index, a size or an argument; it is kept, and somebody else may make it a
   pointer again; it is made one, or both; a small function leaves it, and somebody else may make it an index. */
typedef enum { NOT_RELEVANT = 0, RELEVANT_NUMBER = 1, RELEVANT_KEPT = 2, RELEVANT_ADDRESS = RELEVANT_NUMBER | RELEVANT_KEPT,
	RELEVANT_LEFT = 4, RELEVANT_WHOLE = 8 /* a number with a fraction, as a whole number */, RELEVANT_INDEX = 16 /* and which few it is tells */ } Relevance;

typedef enum {
	ASK_POINTS,
	ASK_NULL,     /* Query.num: from 1 on if it never is */
	ASK_ELEMENTS, /* of Query.size bits behind a place; Query.num: so many, if they are few */
	ASK_REAL,     /* Query.num: its bits */
	ASK_NUMBER, ASK_INDEX, ASK_KEPT, ASK_ADDRESS, ASK_GLOBAL, ASK_TEXT, ASK_CONSTANT, ASK_CERTAIN,
	ASK_LETTERS,  /* Query.text: what is in memory at a place */
	ASK_NAME, ASK_VIEW
} AskKind;

/* Is KIND a question for a number that is no address? */
static inline bool asks_number(AskKind kind)
{
	return kind == ASK_NUMBER || kind == ASK_INDEX;
}

typedef struct {
	AskKind kind;
	ObjId obj;         /* formal object (index), or NONE for a parameter's value */
	uint32_t index;    /* parameter, or GlobalId */
	Range off; int64_t size;
	TypeId type;
	/* the answer */
	PtsId pts; Range num; Str text;
	TypeId untyped;    /* what the caller has behind an untyped pointer; NONE */
} Query;

/* obj NONE: parameter value. BESIDE: what runs beside the caller may write there. SELECTS: no value, but what decides which of
   several places OBJ stands for (select.c). */
typedef struct { ObjId obj; uint32_t param; Range off; int64_t size; FlowId node; TypeId type; uint64_t key; uint32_t prefix; bool beside, selects; } FormalIn;

typedef struct { uint32_t source; uint8_t kind; bool state, computed; } Reach; /* source: formal-in index or FlowId of an origin */
typedef VEC(Reach) Reaches;
typedef struct { Reaches formals, origins; uint32_t core; } Sources; /* core: index of those of the instance that come on top; NONE */

typedef struct {
	ObjId obj;         /* formal or heap object of the instance; NONE: the result */
	Range off; int64_t size;
	FlowId node;
	bool must;
	bool inside;       /* only what is left inside the prefix of the out before it */
	bool passing;      /* is there for a while, and not at the end: who runs beside sees it */
	bool chooses;      /* is left nowhere: decides which memory an input is (Input.chosen) */
	uint32_t prefix;   /* inside this one, only the next out is left of it when that is INSIDE, else nothing; 0: there is none */
	uint8_t twin;      /* outs before it in the same place, as certain as it is */
	uint8_t given;     /* what the out OF is where the result is of one of these kinds (correlate.c); 0: it is one itself */
	uint32_t of;
	uint32_t same;     /* the first out with these formals and origins: it keeps them */
	Sources sources;   /* of the first with the same ones; else empty: out_sources() */
} Out;

/* What a formal object is in the caller. ROW: bits of the row of a matrix that is passed; 0: something else is. */
typedef struct { Pointees targets; int64_t row; } Bound;

/* Which formals stand for parts of an object of the caller: a ring of links for each object, in order, found by its last one. */
typedef struct { uint32_t formal, next; } BoundLink;
typedef struct { Map last; VEC(BoundLink) links; uint32_t formals; /* so many are in it */ } BoundIndex;

/* POINTER, of the caller, decides which of several places FORMAL of the callee stands for (select.c). */
typedef struct { ObjId formal; FlowId pointer; } Selector;
typedef VEC(Selector) Selectors;

/* One evaluated call: everything needed to cross it in either direction. */
typedef struct {
	InstId caller, callee;
	uint32_t instr;    /* in the caller; NONE: the outside world calls an entry point */
	CtxId ctx;
	VEC(Bound) bound;
	BoundIndex index;  /* of many, while they are bound */
	FlowIds ins;       /* by formal-in of the callee: the caller's node; grows with the callee's */
	Selectors selectors; /* of the inputs */
	FlowIds ins_before; /* those of earlier rounds, one behind the other: what was left then depends on them */
	FlowIds args;
	bool borrowed;     /* CALLEE is an instance of another call: there were no steps for one of its own */
} Call;

typedef struct { uint32_t call; uint32_t out; } OutLink; /* Engine.calls, out of its callee */

/* A join where values of a declared feature meet: DECISION depends on what decides which; MARK is of one of them. */
typedef struct { FlowId join, decision; uint32_t mark; } Choice;

typedef struct { ObjId obj; /* NONE: a promoted local */ uint32_t slot; Range off; int64_t size; } Location;

/* A model evaluated somewhere below: which memory it reads. */
typedef struct {
	uint32_t model;    /* Engine.models */
	uint32_t input;    /* position in the role */
	ObjId obj;         /* NONE: a scalar */
	Range off; int64_t size; /* region in bits from the first address; size -1: to the end of the object */
	int64_t element;   /* bits of one element; 0: unknown */
	TypeId record;     /* of what it is one or several; NONE: of no record */
	int64_t phase;     /* bits from the beginning of one to the first address */
	int64_t count;     /* elements behind its pointers; 0: all */
	bool flat;         /* what its pointers lead to is another input */
	uint8_t depth;     /* pointers that lead to it */
	FlowId chosen;     /* decides which memory it is; 0: nothing does */
	Str field;
	FlowId node;       /* scalar: its value */
	Str param;         /* scalar: name of the feature */
	uint64_t key;      /* hash of all that is above */
} Input;

typedef struct { Input in; TypeId held; /* what its elements are */ } BehindInput;

typedef struct {
	Str name;
	RoleId role;
	InstId inst; uint32_t instr;
	FuncId func;
	bool given;        /* something was found in what it is given, be it a constant */
	VEC(Str) variants;
	VEC(FlowId) predictions;
} ModelCall;

typedef struct { FlowId node; ObjId obj; Range off; int64_t size; BlockId block; } Def; /* a write into memory */
typedef struct { Place place; FuncId func; Str what, subject; bool omitted; /* an entry point that is not followed */ } Gap;
typedef struct { FlowId node; RoleId role; Str key, store; uint32_t instr; } Put; /* value put in a store, or emitted under a name (key) */

typedef struct { FuncId func; FlowIds args; } Thread;

/* Where what names a thread is kept; OFF -1: anywhere in OBJ. */
typedef struct { ObjId obj; int64_t off; } Handle;

typedef struct {
	InstId id;
	FuncId func;
	bool running, done, given_up, recursive, generic, restart;
	bool again;         /* a call back passes what was not known: to be restarted when all calls back have told */
	bool coarse;        /* there are many of the function: numbers of the caller are rounded (rounded() in read.c) */
	bool plain;         /* took too many steps before: no loop is unrolled, no constant of the caller is used */
	bool shallow;       /* took too many steps that way, too: only calls that lead to little code and not back are followed */
	bool cut_short;     /* given up because all steps were used, not because it took too many itself */
	uint64_t took;      /* steps of it and of what it called, when it was analysed last */
	bool little;        /* has the steps of what is needed, which calls it (see is_little() in call.c) */
	bool provisional;   /* made with what a running instance of its recursion gave so far */
	bool early;         /* and not in the last round of one that has come to its end */
	uint64_t came_to;   /* recursion_hash() of its last round */
	uint32_t low;       /* depth on the stack of the lowest such instance */
	uint32_t round;     /* Engine.round when it was analysed */
	bool in_model;      /* runs inside a model's own function */
	bool in_declared;   /* runs nowhere but inside functions that are declared as signals, or to fit a model: who uses what there is declared, too */
	bool returns;       /* an exit was reached, with or without a value */
	uint32_t starts;    /* State.threads when it returns */
	bool joins, waits;  /* it has waited for the end of threads; for what they do */
	uint32_t shared_used, shared_rounds; /* the least that a call of this round had of shared_index; rounds for the sake of it */
	uint32_t nargs;     /* of a variadic function: arguments passed */
	uint64_t pointer_args;  /* of a variadic function: which of the first 64 of them are pointers */
	/* last_…: of a recursion, what the round before this one asked and took, for calls that reach the instance before all is known */
	VEC(Query) queries, last_queries;
	Map query_index, last_query_index;
	Map last_places;        /* of its outs, in a late round → what was pointed to there */
	VEC(ObjId) formals;
	Bitset weak_formals;
	Bitset accessed;        /* formals that this round has read or written */
	Bitset parted_formals;  /* something else in their object has a formal of its own */
	Bitset copied_formals;  /* their contents are copied as what their type says */
	Bitset leaves_formals;  /* the instance reaches what is outside the record it has a pointer to */
	VEC(Written) written;      /* prefixes of formal objects that are written on all ways to its end */
	VEC(FormalIn) formal_ins, last_ins;
	Map formal_in_index, last_in_index;
	Bitset read_anywhere;      /* formals that too many places were read of, in any round of a recursion */
	Map places_of;             /* formal object → how many places in it are formal-ins, while it is part of a recursion */
	Map asked_of;              /* hash of the place of formal-ins → what their number is for, all in all */
	VEC(uint32_t) calls_back;  /* such calls in this round */
	Map also_points;        /* hash of (obj, index, offset, size) → PtsId: what calls back pass besides, where the first call has null or
	                           another function; hashes of an object → what it is anywhere in it, at how many places */
	Map not_exact;          /* the same hash, where a call back may pass one of several places */
	Map uncertain;          /* question_key() of numbers, texts and non-null pointers that a call back may pass others for */
	Map moved;              /* the same hash, where the distance to other pointers into one object differs from call to call → its steps
	                           in bits */
	Map local_objs;     /* LocalId → ObjId */
	Map global_objs;    /* GlobalId → PtsId */
	Map views;          /* formal object, offset, record type → PtsId */
	Map nodes;          /* hash of (instr, ctx, role) → FlowId */
	Map input_index;    /* Input.key → index in inputs, or of what was there before they were cut back */
	VEC(Out) outs;
	VEC(Sources) cores; /* that outs share */
	/* in order of execution; cut back when a loop is run again */
	VEC(uint32_t) calls;   /* Engine.calls made */
	VEC(Input) inputs;
	VEC(Def) defs;
	VEC(Def) shared;       /* writes while threads run, of all rounds */
	Map shared_index;      /* hashes of them, and of them with their targets */
	VEC(Thread) threads;   /* made here and in callees */
	VEC(Handle) handles, ended; /* of threads that were made here; of others whose end it waited for */
	VEC(Def) beside;       /* what those write, of all rounds */
	Map beside_index;      /* hashes of them */
	VEC(Def) passing;      /* what callees wrote for a while */
	VEC(FlowId) sinks;     /* branches, escapes, calls of functions without source */
	VEC(Gap) gaps;
	VEC(Put) puts;
	VEC(uint32_t) models;
	VEC(uint32_t) marks;   /* Engine.feature_marks */
	const Call *naming;    /* a call of it, for names of formal objects */
	uint32_t naming_call;
	VEC(uint32_t) callers; /* calls of this instance: filled when all is done */
	bool live;
	uint64_t steps;
} Instance;

/* ---- control flow of one function, made once ---- */
typedef struct LoopThreshold { int64_t at; BlockId block; /* in a loop */ uint32_t stops; /* in Cfg.stopped */ } LoopThreshold;
typedef VEC(BlockId) Blocks;
typedef struct WtoItem { BlockId head; bool is_loop; uint32_t first, count; /* of a loop: items after the head */ } WtoItem;

typedef struct {
	uint32_t nblocks;
	VEC(BlockId) *succs, *preds;
	BlockId *idom;
	VEC(BlockId) *control;   /* branches that a block is control dependent on (Ferrante, Ottenstein & Warren 1987) */
	VEC(WtoItem) wto;        /* weak topological order (Bourdoncle 1993), flattened */
	uint32_t *order;         /* position of a block */
	BlockId *loop;           /* innermost loop head, or NONE */
	BlockId *loop_parent;    /* of a head: the enclosing head */
	Blocks *tail;            /* of a head: what the loop does on its way out, in order of execution */
	uint32_t *slot;          /* local → slot, or NONE */
	uint32_t nslots;
	Bitset *live;            /* by block: slots that are live at its start */
	uint8_t *relevant;       /* Relevance: what the number of an instruction is for */
	uint8_t *param_relevant;
	uint8_t *slot_relevant;
	VEC(BlockId) *deciders;  /* of a join: see cfg_deciders */
	bool *deciders_known;
	Map leads_to;            /* branch, successor, join → index in masks */
	VEC(uint64_t) masks;
	VEC(LoopThreshold) thresholds; /* for widening, in order */
	VEC(Bitset) stopped;           /* slots that a threshold is one for; Cfg.nslots: memory */
} Cfg;

void cfg_build(const Module *program, const Function *function, Cfg *cfg);
/* Branches that decide which predecessor of the join B is taken. */
const BlockId *cfg_deciders(Cfg *cfg, BlockId b, uint32_t *count);
/* Which predecessors of the join B (bits, by their position in preds[b]) successor number SUCC of branch C leads to.
   B has at most 64 predecessors. */
uint64_t cfg_leads_to(Cfg *cfg, BlockId c, uint32_t succ, BlockId b);
bool cfg_loop_contains(const Cfg *cfg, BlockId head, BlockId b);
/* Does a way out of B lead out of the innermost loop around it? */
bool cfg_ends_loop(const Cfg *cfg, BlockId b);
bool cfg_dominates(const Cfg *cfg, BlockId a, BlockId b);
void cfg_release(Cfg *cfg);

/* ---- widening.c ---- */
/* Fills Cfg.thresholds, when slots and loops are known. */
void thresholds_find(const Function *function, Cfg *cfg);
void thresholds_release(Cfg *cfg);
/* Where the number of SLOT (NONE: of memory), which grew to HI above and LO below in a loop around BLOCK, stops next, or infinity. */
int64_t threshold_above(const Cfg *cfg, BlockId block, uint32_t slot, int64_t hi);
int64_t threshold_below(const Cfg *cfg, BlockId block, uint32_t slot, int64_t lo);

/* ---- relevance.c ---- */
/* Fills the relevances of CFG, whose slots are known. */
void relevance_find(const Module *program, const Function *function, Cfg *cfg);

/* ---- tail.c ---- */
/* Fills what the loops of CFG do on their way out. */
void tail_find(const Function *f, Cfg *cfg);

/* ---- live.c ---- */
void live_find(const Function *f, Cfg *cfg);
/* SLOT counts as live everywhere. */
void live_always(Cfg *cfg, uint32_t slot);
/* Is SLOT live at the start of B? */
bool live_in(const Cfg *cfg, BlockId b, uint32_t slot);

typedef struct {
	FlowId node;
	uint32_t parent;   /* index in the search; NONE: the start */
	uint8_t kind;      /* weakest dependence so far */
	bool state;
	uint8_t dep_kind;  /* of the last step */
	bool condition, ascended;
} Found;

typedef VEC(Found) Search;

typedef struct { FuncId func; TypeId record; uint32_t next; /* of the same member; NONE: no more */ } Handler;

/* The way from an out of an instance back to everything it depends on; ENDS: the items of the origins and formal-ins in it, by
   FlowId; FORMALS: of the latter the first of each, by index. */
typedef struct { Search search; Map ends, formals; } OutPaths;

typedef struct Run Run;

/* A declared signal that points to an object; NEXT: another one, in Engine.pointed_signals, 0: no more. */
typedef struct { RoleId role; uint32_t next; } PointedSignal;

/* One program of those that the code base makes: process.c. */
typedef struct {
	State *left;  /* what its entry points leave for each other */
	State *found; /* what main finds: the same without what main itself left, for it runs once; NULL: it never had one */
	uint32_t mains;
} Process;

typedef struct {
	const Module *program;
	const Roles *roles;
	SolveOptions options;
	Graph *graph;
	Diags *diags;
	Arena arena;
	VEC(Object) objects;
	VEC(Flow) flows; /* both in pages */
	VEC(Dep) deps;
	struct { FlowId to; uint32_t count, stamp; VEC(uint64_t) places; } dep_index; /* of the node that is getting many */
	VEC(Thing) things;
	VEC(Instance *) instances; /* [0] unused, [1] the world */
	VEC(Call) calls;
	VEC(OutLink) out_links;
	VEC(Choice) choices;
	VEC(PointedSignal) pointed_signals; /* [0] unused */
	VEC(ModelCall) models;
	Map inputs_taken;      /* of the model call that is looked at: place and type → ways to it; with what chooses it → 1 */
	uint64_t input_work;   /* cells and pointers gone through for it */
	uint32_t features_behind; /* features found for it behind pointers */
	VEC(BehindInput) inputs_behind; /* what pointers lead to in what it is given, to be gone through */
	Map model_index;       /* instance, context and place of the call → index in models */
	struct InstList { VEC(InstId) ids; } *by_func;
	Run *world;
	State *initial;        /* what is in variables when the program starts */
	VEC(Process) processes;
	Map process_of;        /* FuncId of a main → index in processes */
	uint32_t other_mains;  /* the process of all mains without one of their own; NONE: there is none */
	bool main_runs_once;   /* nothing of what it left comes back to it; nothing calls it */
	bool world_grew;       /* what an entry point left points to more than when it left that before */
	bool world_settled;    /* the last round of the entry points left nothing new there */
	bool concurrent;       /* some function makes a thread */
	bool interrupted;      /* it has something volatile: entry points may interrupt each other */
	Bitset handed;         /* functions that ran as callbacks of functions without source: they may run at other times, too */
	Bitset cut_off;        /* functions entered although the program calls them: what it passes is not followed */
	Bitset hopeless;       /* entry points that too much hangs on, or that were cut short before anything was known of them */
	bool entries_declared; /* only what is declared to be entered from outside is */
	bool enters_one;       /* one entry point is followed, which the program hands to nobody: nothing runs beside it but what it makes */
	bool no_model;         /* nothing runs a model, trains one, or stores: features are all there is */
	bool alone;            /* nothing but what evaluates models is entered: what leads there leads to too much else */
	Map root_calls;        /* FuncId of an entry point, process → the last call of it that was analysed there */
	Cfg **cfgs;
	VEC(Count) counts;     /* [0] unused */
	Map count_index;
	VEC(Term) terms;       /* of counts */
	VEC(Prefix) prefixes;  /* [0] unused */
	Map prefix_index;
	Map object_index;
	Map constants;        /* GlobalId → see constant.c */
	Map constant_reads;   /* object, place and type → FlowId */
	Map features;         /* FlowId → first index in feature_marks, chained */
	VEC(struct FeatureMark { uint32_t thing; uint32_t model; uint32_t next; bool declared; FlowId node; ObjId obj; }) feature_marks;
	Map contexts;         /* hash → CtxId */
	CtxId next_ctx;
	VEC(InstId) stack;
	VEC(InstId) provisional;
	uint32_t round;        /* of the recursions that are going on */
	uint64_t steps;
	uint64_t limit;        /* the steps that what is entered now may come to: options.max_steps, and more for models not reached */
	uint64_t shared;       /* the steps that shares are taken of: options.max_steps, and fewer where many such are entered */
	TypeId pointer_type;  /* some pointer type, to read pointers whose type is lost; NONE */
	Map handlers_of;      /* hash of (record, member) → the last of its Engine.handlers */
	VEC(Handler) handlers;
	Map handlers_not_all; /* the same hash → something else is stored there, too */
	Map handler_sets;     /* (TypeId, member) → what handlers_targets gave */
	Map field_stubs;      /* Str.i of "Rec.field" → FuncId */
	Map real_of;          /* FlowId → index in reals */
	VEC(double) reals;
	Map declared_types;   /* TypeId → is a member in it declared as a signal or a feature? */
	Map stub_records;     /* Str.i of "Rec" */
	VEC(struct Mods *) mods;
	Map mods_own;          /* FuncId → index in mods: of the text of a function */
	Map mods_all;          /* the same with all that it calls; NONE: of calls through pointers; hash of several, bit 63 set */
	Bitset pointed;        /* functions that calls through pointers lead to, once mods_all has NONE */
	Map releases;          /* may it say something?, FuncId → does it only free memory? */
	bool *invokes;        /* by FuncId: reaches a model, store or emit */
	bool *evaluates;      /* by FuncId: calls a model itself */
	bool *address_taken;
	uint32_t *called_in;  /* by FuncId: by so many calls in the program, not counting those that it makes itself */
	/* for extract: */
	Bitset alive;          /* nodes that something at the end depends on */
	Map read_features;     /* Str.i of features that reach a model */
	Stamps visited;        /* flow nodes, of the search that is going on */
	VEC(uint8_t) awaited;  /* by flow node: one more than the level it waits or lies on in the search that is going on; 0: none */
	VEC(uint32_t) visit_index; /* by flow node in visited: for a search that numbers them */
	VEC(OutPaths) out_paths;
	Map out_path_index;    /* instance, out → index in out_paths */
} Engine;

/* What the last pass through a loop inside another one came to: at its head, and at the ends of its body (NULL: none). */
typedef struct { State *head, *back; bool ran; } LoopPass;

/* A loop that runs to a fixpoint, entered with ENTRY; NULL: only aside of its head, or too large to look at what it counts. */
typedef struct { uint32_t at; const State *entry; } LoopFrame;

/* A value and the slot it was loaded from; NONE: it was not. */
typedef struct { FlowId node; uint32_t slot; } Held;

/* In BLOCK a thread was waited for that an element of an array names, nobody knows which. */
typedef struct { BlockId block; Pointee of; } EndedEach;

/* One run of an instance. */
struct Run {
	Engine *e;
	struct Run *caller;      /* NULL for the world */
	struct Run *within;     /* of a stub's body that is part of another run: that one; else NULL */
	const FlowId *outer_slots; /* promoted locals of WITHIN */
	bool world;              /* globals are themselves, not formal objects */
	Instance *inst;
	const Function *f;
	Cfg *cfg;
	Call *call;           /* the call that asked for it */
	uint32_t call_id;
	State *caller_state;  /* the caller's memory at that call */
	State *before;        /* the memory at the instruction being evaluated */
	FlowId *values;       /* by instruction: latest */
	State **edges;        /* by block: out state for each successor, see edge_slot */
	uint32_t *edge_base;
	FlowIds *conds;       /* by block: conditions evaluated */
	CtxId ctx;
	BlockId block;
	uint32_t prefix;       /* that the location which is being read lies in, 0: it is not known */
	Map counted;           /* object → the last prefix that a loop went through */
	Map ends;              /* phi of what counts the iterations of a loop → the count that it has behind it */
	bool counts_in_loops;  /* some counts are computed anew in each iteration of a loop */
	VEC(LoopFrame) loops;  /* that are run to a fixpoint now, from the outermost on */
	bool in_fixpoint;      /* a loop runs to a fixpoint around here: a site may execute many times */
	Map pass_of;           /* loop inside it, context → index in passes */
	VEC(LoopPass) passes;
	bool changed_inside;   /* one of them came to another state at its head */
	bool new_condition;    /* one was evaluated for the first time in this pass: joins inside do not know it yet */
	struct Ways *ways;     /* by block, see correlate.c; NULL: none */
	VEC(State *) exits;
	VEC(FlowId) results;
	VEC(Held) held;        /* the same, as they were tested */
	VEC(BlockId) exit_blocks;
	bool widen;
	bool narrow;           /* numbers of phis are what comes together, without what they were widened to */
	bool wider;            /* a number of a phi is more than what comes together */
	bool changed;          /* a phi got another value */
	bool stopped;          /* the call just evaluated does not return */
	VEC(EndedEach) ended_each; /* of all calls evaluated so far */
	bool beside;           /* the call to come may happen at any time */
	bool by_thread;        /* what is written now may be written again at any time */
	bool no_control;       /* joins that no branch of this function decides */
	FlowId chosen;         /* in a join of what several callees leave: what says which one is called; else 0 */
	uint32_t iteration;
	const BlockId *join_preds; /* predecessors that the states of the join being made come from; NULL: not known */
	Bitset ran_inside;     /* blocks behind unrolled loops that their iterations have run, see tail.c */
	Map kept_of;           /* block, context of an iteration inside a fixpoint → index in kept */
	VEC(FlowIds) kept;     /* the conditions of its last pass */
	Map not_unrolled;      /* loop, context → 1: it was tried, the next time its entry is only more general; context NONE: its condition is not known */
	uint32_t inline_at;    /* evaluating a stub's body as part of this function: the call; NONE: no */
	uint32_t state_from;   /* of a join: predecessors from here on are later invocations; 0: none */
};

/* ---- flow.c ---- */
Flow *flow(Engine *e, FlowId id);
FlowId flow_new(Engine *e, FlowKind kind, InstId inst, uint32_t instr);
/* The node of the instance with this key, made when absent; its dependences are cleared. */
FlowId flow_keyed(Run *r, FlowKind kind, uint32_t instr, uint64_t key);
void flow_dep(Engine *e, FlowId to, FlowId from, DepKind kind);
/* Adds ID, of a node or something else that has a number, to IDS; false: it is there already. */
bool add_once(FlowIds *ids, FlowId id);
/* A node of its own that is what FROM is. */
FlowId flow_derived(Run *r, FlowKind kind, uint32_t instr, uint64_t key, FlowId from);
void flow_dep_full(Engine *e, FlowId to, Dep dep);
/* Is it not followed where NODE comes from? */
bool flow_is_assumed(Engine *e, FlowId node);
/* Data dependences on COUNT different nodes, none of them known to TO. */
void flow_deps(Engine *e, FlowId to, const FlowId *from, uint32_t count);
/* What NODE was assigned, when it is an assignment and nothing else. */
FlowId flow_behind_stores(Engine *e, FlowId node);
/* NODE, or the one that it is by assignments alone and without what comparisons tell of it. */
FlowId flow_as_assigned(Engine *e, FlowId node);
/* Makes room for COUNT dependences in all. */
void flow_reserve(Engine *e, FlowId to, uint32_t count);
/* The instance that left the out V; NULL: V is none. */
const Instance *flow_callee(const Engine *e, const Flow *v);
/* What the out V is in the function that was called; NULL: V is none, or the function has it no more. */
const Out *flow_out(Engine *e, const Flow *v);
void flow_clear(Engine *e, FlowId to);
ObjId object_new(Engine *e, Object object);
ObjId object_keyed(Engine *e, uint64_t key, Object object);
ObjId object_of_function(Engine *e, FuncId func);

/* ---- mention.c ---- */
typedef struct {
	FuncId func;
	const Instr *instr; /* OP_ADDR_FUNC, OP_ADDR_GLOBAL, or what names a record: OP_FIELD, OP_CAST, OP_LOAD, OP_STORE, OP_COPY */
	TypeId record;      /* NONE: it names none */
} Mention;
typedef struct {
	VEC(Mention) names;      /* in order of the functions */
	uint32_t *namers_from;   /* by function: the functions that name it are namers[namers_from[f]] … namers[namers_from[f + 1]] */
	FuncId *namers;
	VEC(Mention) indirect;   /* those that may lead to functions they do not name: found by who knows the ways */
} Mentions;
void mentions_find(Mentions *mentions, const Module *program);
/* Adds to FUNCS, a flag for each of COUNT functions, whoever names one of them, directly or through others. */
void mentions_spread(const Mentions *mentions, bool *funcs, uint32_t count);
void mentions_release(Mentions *mentions);

/* ---- leading.c ---- */
/* Finds the names that may lead to functions they do not name. */
void leading_prepare(Engine *e, Mentions *names);
/* Adds to FUNCS, a flag for each function, whoever names one of them, or something that leads to one. */
void leading_add(Engine *e, const Mentions *names, bool *funcs);

/* ---- sharing.c ---- */
/* Memory that outlives a call, that the entry points run so far share with the world, and that some function writes: what
   only initial values are in tells nobody anything. Starts as {0}. */
typedef struct {
	Bitset globals;  /* GlobalId */
	Map records;     /* Str.i of record names */
	Bitset written_globals; /* the same of all that is written, once KNOWN */
	Map written_records;
	bool known;
} Sharing;
/* Adds what has been run since; marks in TOUCHING, a flag for each function, those that touch it, themselves or in something
   they lead to. */
void sharing_find(Engine *e, const Mentions *names, Sharing *sharing, bool *touching);
void sharing_release(Sharing *sharing);

/* ---- release.c ---- */
/* Does FUNC, by calling itself, only free memory, forget pointers to it and count its holders? Memory it frees is not written; that
   it reads it is no use of it. *RESULT: the number that it always returns, or any that instruction CALL of CALLER, which calls it,
   makes nothing of. */
bool releases_only(Engine *e, FuncId func, const Function *caller, uint32_t call, Range *result);

/* The same but without calling itself; it may say something, too, or end the program. */
bool releases_or_says(Engine *e, FuncId func);

/* ---- obtained.c ---- */
/* Does BRANCH decide by whether memory was there to be allocated, and does the program do more then than give up? */
bool allocation_may_fail(const Run *r, const Instr *branch);

/* ---- recent.c ---- */
/* The call at INSTR allocates OBJ: in a loop it is the object of one iteration, of which nothing is known yet, when nothing leads
   to those of earlier ones; else it becomes weak. */
void recent_heap(Run *r, State *state, ObjId obj, uint32_t instr);

/* ---- closure.c ---- */
/* The function that IN names, or the one that fills the variable it names; NONE: neither. */
FuncId code_named(const Module *program, const Instr *in);
/* Has FUNC with all that it leads to by names more instructions than can be followed in STEPS? */
bool closure_exceeds(const Module *program, FuncId func, uint64_t steps);
/* Has it more than LIMIT, or does that lead to BACK? NONE: does not matter. */
bool closure_leads_on(const Module *program, FuncId func, FuncId back, uint64_t limit);

/* ---- handler.c ---- */
void handlers_find(Engine *e);
/* The functions that MEMBER, an OP_FIELD, can point to in any record; 0: none, too many to mean something, or code too
   large to be followed for a guess. */
PtsId handlers_targets(Engine *e, const Instr *member);
/* Is one of them in FUNCS, a flag for each function? NULL: is there any? */
bool handlers_any(const Engine *e, const Instr *member, const bool *funcs);
/* Adds to OUT the functions that PLACE, if it is an OP_FIELD, can point to. False: there are none, or the program stores there what it
   got from elsewhere. */
bool handlers_all(const Engine *e, const Instr *place, FuncIds *out);
/* Are A and B, two OP_FIELD, the same member of the same record, as their units see it? */
bool handlers_same_member(const Engine *e, const Instr *a, const Instr *b);
uint32_t thing_new(Engine *e, Thing thing);
uint32_t feature_mark(Engine *e, FlowId node, Thing thing, uint32_t model, bool declared);

/* ---- memory.c ---- */
State *state_new(uint32_t nslots);
State *state_copy(const State *state);
void state_free(State *state);
/* STATE becomes what BY is; takes over BY. */
void state_replace(State *state, State *by);
const Cells *state_cells(const State *state, ObjId obj);
/* There is no such object, or nothing is known of it. */
void state_forget(State *state, ObjId obj);
/* Cells of CELLS that meet a location: for (CellScan s = cells_scan(cells, off, size); (c = cells_next(&s));) */
typedef struct { const Cells *cells; Range off; int64_t size, end; uint32_t at; } CellScan;
CellScan cells_scan(const Cells *cells, Range off, int64_t size);
const Cell *cells_next(CellScan *scan);
Cell cell_new(Range off, int64_t size, FlowId node, bool must, bool merged);
/* Is C at OFF nothing but a value of SIZE bits, whose number can be used? */
bool cell_fills(const Cell *c, Range off, int64_t size);
/* All nodes at a location that lies in PREFIX (0: in none); *ENTRY_VISIBLE when the value from before the first write may
   still be there. True: each is in cells that it alone fills, see above. */
bool memory_collect(const Engine *e, const State *state, ObjId obj, Range off, int64_t size, uint32_t prefix, FlowIds *nodes, bool *entry_visible);
void memory_write(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node, bool strong);
/* NODE takes the place of OLD in all cells of OBJ. */
void memory_replace(State *state, ObjId obj, FlowId old, FlowId node);
/* Which of the joins at one block: each has phis of its own. */
enum { JOIN_WAYS, JOIN_BACK, JOIN_HEAD, JOIN_EXITS, JOIN_RESULTS };
/* What COUNT ways leave together that meet at BLOCK; KEY: one of those above, or a hash. */
State *states_join(Run *r, State **states, uint32_t count, BlockId block, uint64_t key);
bool states_equal(const State *a, const State *b);

/* ---- rebase.c ---- */
/* ONTO with the changes from BEFORE to AFTER. */
State *state_rebase(Run *r, const State *onto, const State *before, const State *after);

/* ---- forward.c: loads of what was just stored ---- */
/* NODE was stored at ADDRESS, one of PTS; nothing was written since. */
void forward_remember(Run *r, State *state, ValueId address, PtsId pts, int64_t size, FlowId node);
/* What was stored at ADDRESS; 0: not known. */
FlowId forward_find(Run *r, const State *state, ValueId address, int64_t size);
/* Are these two addresses the same, whatever they are? */
bool forward_same_address(Run *r, ValueId a, ValueId b);
void forward_written(State *state, ObjId obj, Range off, int64_t size);
/* Only what was stored to places that are the same in each iteration of the loop with this head is kept. */
void forward_enter_loop(Run *r, State *state, BlockId head);
/* What all STATES remember. */
void forward_join(State *out, State **states, uint32_t count);
bool forward_equal(const State *a, const State *b);

/* ---- count.c: numbers that are not known, but the same ---- */
/* A number for what VALUE or NODE is, if that is one number in this invocation of the function; 0: it is not, or it is known. */
uint32_t count_of_value(Run *r, ValueId value);
uint32_t count_of_node(Run *r, FlowId node);
/* How many elements of *STEP bits POINTER is behind *BASE, a known place; 0: it is not, or nobody knows. */
uint32_t count_ahead(Run *r, FlowId pointer, int64_t *step, Pointee *base);
/* How many elements STEP bits apart there are from FIRST to END, which is a place with a number of elements added; 0: it is not. */
uint32_t count_up_to(Run *r, FlowId end, const Pointee *first, int64_t step);
/* Behind the loop that makes NODE, it is COUNT, or 0 where that is less; COUNT 0: nobody knows. */
void count_note_end(Run *r, FlowId node, uint32_t count);
uint32_t count_plus(Engine *e, uint32_t count, int64_t plus);
uint32_t count_sum(Engine *e, uint32_t a, uint32_t b);
uint32_t count_difference(Engine *e, uint32_t a, uint32_t b);
uint32_t count_times(Engine *e, uint32_t count, int64_t times);
/* Is COUNT not below 0, whatever it is? */
bool count_is_natural(const Engine *e, uint32_t count);
/* Is how much TIMES A is more than OTHER times B known, whatever they are? Then it is *DISTANCE. */
bool count_distance(const Engine *e, uint32_t a, int64_t times, uint32_t b, int64_t other, int64_t *distance);
/* The number of units, of *UNIT up to MOST, that COUNT is of all together. */
uint32_t count_in_units(Engine *e, uint32_t count, int64_t most, int64_t *unit);
/* PART is *TIMES a share of WHOLE: how many shares there are, 0: it is not. */
int64_t count_share(const Engine *e, uint32_t part, uint32_t whole, int64_t *times);
/* Is a part of COUNT computed anew in each iteration of the loop with HEAD? */
bool count_is_new_in(const Run *r, uint32_t count, BlockId head);
/* COUNT of CALLEE, in its caller; 0: it cannot be said there. */
uint32_t count_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t count);

/* ---- prefix.c: the first N elements of an array ---- */
/* That of LENGTH times UNIT bits from bit LO on; of bytes, LENGTH may be of larger units. 0: it is none. */
uint32_t prefix_of_units(Run *r, int64_t lo, FlowId length, int64_t unit);
/* What of each element of PREFIX lies as the SIZE bits at LO do; else PREFIX. */
uint32_t prefix_part(Engine *e, uint32_t prefix, int64_t lo, int64_t size);
uint32_t prefix_number(Engine *e, Prefix prefix);
/* A prefix of OBJ that was written and that MORE goes on from, at element FROM of it or before its end; 0: there is none. */
uint32_t prefix_before(const Engine *e, const State *state, ObjId obj, uint32_t more, uint32_t from);
/* PREFIX and MORE, which begins inside it or right behind it; 0: there is no number for it. */
uint32_t prefix_extended(Engine *e, uint32_t prefix, uint32_t more);
/* PREFIX of what CALLEE has at T of the caller, in the caller; 0: it cannot be said there. */
uint32_t prefix_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t prefix, Pointee t);
/* The prefix of *OBJ that the SIZE bits at ADDRESS, which a loop goes through or which are its last ones, lie in; 0: none. */
uint32_t prefix_of_place(Run *r, ValueId address, int64_t size, ObjId *obj);
/* Has a loop taken so many passes that prefixes only keep it from coming to an end? Then nothing is said of them. */
bool prefix_is_late(const Run *r);
/* A new iteration of the loop with HEAD begins in STATE: numbers that it computes anew are others from here on. */
void prefix_enter_loop(Run *r, State *state, BlockId head);
void prefix_note(State *state, ObjId obj, uint32_t prefix);
void prefix_forget(State *state, ObjId obj);
/* A prefix of OBJ with an element at OFF that was written in STATE, or that a loop goes through; 0: there is none. */
uint32_t prefix_around(const Run *r, const State *state, ObjId obj, Range off, int64_t size);
/* Is all of PREFIX of OBJ written? */
bool prefix_written(const Engine *e, const State *state, ObjId obj, uint32_t prefix);
/* Are all elements of PART among those of WHOLE, whatever the counts are? 0: no prefix. */
bool prefix_within(const Engine *e, uint32_t whole, uint32_t part);
/* What all STATES know to be written. */
void prefix_join(State *out, State **states, uint32_t count);
bool prefix_equal(const State *a, const State *b);

/* ---- read.c: loads through the state, entry values, queries to the caller ---- */
FlowId read_location(Run *r, State *state, ObjId obj, Range off, int64_t size, TypeId type, uint32_t instr, uint8_t relevant);
/* SIZE bits at OFF of OBJ are read or written: is a formal record left? */
void formal_accessed(Run *r, ObjId obj, Range off, int64_t size);
/* One place, the same whatever chose the pointer. */
bool pts_exact(Engine *e, PtsId pts);
/* The same of what POINTER leads to; in memory of which there is more than one, the one taken from a table by an index does not. */
bool pointer_exact(Engine *e, FlowId pointer);
FlowId formal_param(Run *r, uint32_t param);
/* Is argument ARG of a call a pointer, by its type or by what it leads to? */
bool is_pointer_argument(Engine *e, FlowId arg);
FlowId formal_vararg(Run *r, uint32_t param, FlowId arg);
PtsId global_address(Run *r, GlobalId global);
/* What the caller finds when it takes the memory at T, a formal object's, for a record of TYPE. */
PtsId formal_view(Run *r, Pointee t, TypeId type);
/* A value as text: the name of its constant, a string, what it points to; empty: not one known thing. */
Str describe(Run *r, FlowId node);
/* The same for constants and strings only. */
Str describe_constant(Run *r, FlowId node);
/* The text a pointer points to, a string or one that was printed, asking the caller where needed; empty: not known. */
Str text_of(Run *r, FlowId node);
/* The text that is in memory at T, in STATE or, where nothing of it is written there, above; empty: that is not known. */
Str letters_at(Run *r, const State *state, Pointee t);
/* What Q, an ASK_LETTERS, is answered with in the call. */
Str letters_passed(Run *caller, const State *state, const Call *call, const Query *q);
/* Adds the few string literals that NODE points to one of; none if it may point to something else, too. */
void literals_of(Run *r, FlowId node, Strs *literals);
/* The same as text_of(), but of what callers keep in memory nobody is asked. */
Str text_passed(Run *r, FlowId node);
/* The literals that COUNT pointers point to, when that is certain of all of them, be it by what callers pass. */
bool certain_texts(Run *r, const FlowId *nodes, uint32_t count, Str *texts);
/* The same for a number. */
Range number_of(Run *r, FlowId node);
/* The formal-in for what decides in the callers which of several places OBJ, a formal object, stands for. */
FlowId formal_selector(Run *r, ObjId obj);
/* Is the pointer NODE, a formal-in of the instance that runs, NULL in none of its calls? Its value says so from now on. */
bool formal_never_null(Run *r, FlowId node);
/* How many elements of SIZE bits there are at T and behind it in its array; 0: nobody knows, or they are not few. */
int64_t few_elements(Run *r, Pointee t, int64_t size);
/* The same of what the formal that Q asks about stands for in CALL: of the longest, if there are several. */
int64_t few_bound(Run *caller, const Call *call, const Query *q);
/* Forgets what the formals of the callee stand for in CALL; the index alone. */
void bound_clear(Call *call);
void bound_index_release(Call *call);
/* How many places all formals of the callee stand for. */
uint64_t bound_places(const Call *call);
/* BY, counted from the beginning of BOUND: what has no known end ends with the row. */
Range bound_offset(const Bound *bound, Range by);
/* Bits of the row of a matrix that IN is the address of; 0: of none. */
int64_t row_written(Engine *e, const Instr *in);
/* Replays the queries of CALLEE against this call, filling CALL.bound; true when all answers are the recorded ones.
   With FORCE (recursion) differing answers are accepted and the bindings merged. */
bool instance_matches(Run *caller, State *state, Call *call, Instance *callee, bool force);
/* call_loses(), of a copy of the call: the record of calls may grow on the way. */
bool instance_loses(Run *caller, State *state, Call *call, Instance *callee);
/* The caller's node for a formal-in of the callee. ASKS: what is wanted of it, and then of the callers of CALLER. */
FlowId caller_value(Run *caller, State *state, Call *call, Instance *callee, const FormalIn *in, AskKind asks);
/* What the formal that Q asks a view of stands for in the caller, seen as the record of Q. */
PtsId caller_view(Run *caller, const Call *call, const Query *q);
/* What is asked about, whatever the question. */
uint64_t query_key(const Query *q);
/* The input that Q asks about, without a node. */
FormalIn query_input(const Query *q);
/* Two queries with one key ask the same. */
uint64_t question_key(const Query *q);
/* May CALLEE rely on the number, the text or that it is no null pointer that Q is answered with? */
bool query_is_certain(const Instance *callee, const Query *q);
/* Can a pointer to TYPE lead to what is of KIND? Type NONE is not known. */
bool can_point_to(Engine *e, TypeId type, ObjKind kind);
/* What a pointer of TYPE points to; NONE: it is no pointer. */
TypeId pointee(Engine *e, TypeId type);
FlowId flow_find(Run *r, FlowKind kind, uint32_t instr, uint64_t key);
ObjId local_object(Run *r, LocalId local);
bool type_is_record(const Module *program, TypeId type);
/* The record that a pointer of TYPE points to; NONE: it is no such pointer. */
TypeId pointed_record(const Module *program, TypeId type);
/* Does RECORD end with an array whose length is that of the memory it is in? */
bool record_is_open(const Module *program, TypeId record);
bool type_is_number(const Module *program, TypeId type);
/* The member of RECORD, or of a record or union without a name in it, called NAME, and in *AT the bit it begins at; NULL: none,
   or it is no record. */
const Field *record_member(const Module *program, TypeId record, Str name, int64_t *at);
/* Is bit OFF of a TYPE in a member called NAME, of it or of a record or union in it? */
bool is_in_member(const Module *program, TypeId type, Str name, int64_t off);
/* The first member of RECORD that bit OFF is in; NULL: none, or it is no record. */
const Field *field_around(const Module *program, TypeId record, int64_t off);
/* Is TYPE a pointer, and not one to a function? */
bool is_pointer_to_data(const Module *program, TypeId type);
/* Scalar leaves of TYPE: calls VISIT with offset, range (for long arrays) and type of each. */
typedef void (*LeafVisit)(void *context, Range off, int64_t size, TypeId type);
void type_leaves(const Module *program, TypeId type, Range base, LeafVisit visit, void *context);
FlowId undefined_node(Engine *e);

/* ---- select.c ---- */
bool is_selected(const Selectors *selectors, ObjId formal);
void depend_on_selectors(Engine *e, FlowId node, const Selectors *selectors, ObjId formal);
/* NODE, what a call passes as input IN, with what decides where it is found; SELECTORS are those of the inputs before it, and get
   its own. */
FlowId selected_input(Run *r, uint32_t call_id, const Instance *callee, const FormalIn *in, FlowId node, Selectors *selectors);
/* What decides in the caller which place IN->obj stands for; 0: nothing. */
FlowId selector_above(Run *r, uint32_t call_id, const Instance *callee, const FormalIn *in, const Selectors *selectors);
/* What decides where POINTER leads to, be it in a caller; 0: nothing. */
FlowId place_selector(Run *r, FlowId pointer);

/* ---- null.c ---- */
/* The number of NODE where it matters whether it is NULL; from 1 on if it is a pointer that never is. */
Range null_range(Run *r, FlowId node);

/* ---- constant.c ---- */
/* Is GLOBAL what its initialiser says, with all that it points to, and neither a signal nor a feature? */
bool constant_global(Engine *e, GlobalId global);
/* Is OBJ such a global, whose values are known? Nothing is ever written there. */
bool constant_object(Engine *e, ObjId obj);
/* What is at a place in such a global. */
FlowId constant_read(Engine *e, ObjId obj, Range off, int64_t size, TypeId type);

/* ---- interp.c ---- */
void interp_run(Run *r);
/* Counts STEPS of work for the instance and for all; an instance that takes too many is given up. */
void run_work(Run *r, uint64_t steps);
/* Is nothing known without R: does it call a model itself, or is it the only entry point and there is no model to be entered near? */
bool run_is_needed(const Run *r);
/* Beyond the limit, one SHAREth of Engine.shared: for what is needed (run_is_needed), and to end what has begun. */
enum { MODEL_SHARE = 4, OTHER_SHARE = 8 };
/* Is the limit exceeded by a SHAREth of Engine.shared? 0: at all. */
bool steps_used_up(const Engine *e, uint32_t share);
/* Is half of all steps used, so that less is told apart? */
bool steps_are_short(const Engine *e);
/* A stub of one block as part of the caller: its memory operations see the caller's memory as it is. */
bool interp_inline(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, FlowId *result);
FlowId interp_value(Run *r, ValueId v);

/* ---- call.c ---- */
/* So many instances of FUNC may differ in numbers and in what may be NULL. */
uint32_t contexts_of(const Engine *e, FuncId func);
FlowId call_eval(Run *r, State *state, uint32_t instr_index);
/* Binds the formals of CALLEE for the call CALL_ID; are its queries answered as recorded? */
bool call_fits(Run *r, State *state, uint32_t call_id, Instance *callee);
/* Does a pointer that led nowhere when CALLEE was analysed lead somewhere in the call CALL_ID, whose formals are bound? */
bool call_loses(Run *r, State *state, uint32_t call_id, Instance *callee);
/* The analysed instance for a recorded call; NULL when it was given up. */
Instance *instance_for(Run *r, State *state, FuncId func, uint32_t call_id, bool *borrowed);
/* What the callee takes from STATE of the caller; false: the caller is given up. Then what it leaves there, and its result. */
bool call_take(Run *r, State *state, uint32_t call_id, Instance *callee);
/* The result of the call at INSTR, a *RECORD of TYPE. */
FlowId result_record(Run *r, TypeId type, uint32_t instr, ObjId *record);
FlowId call_leave(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr);
/* Points-to set of CALLEE's in its caller. */
PtsId call_translate(Run *r, uint32_t call, Instance *callee, PtsId pts);
/* The node in the caller for out INDEX of CALLEE. */
FlowId call_out(Run *r, uint32_t call_id, Instance *callee, uint32_t index);
/* The result of the call is of the kind that out INDEX is given for: it takes the place of the out that it is of, where that is
   still there; KEY: of the place where that is known. */
void call_given(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t index, uint64_t key);
/* Analyses FUNC for this call and applies the effects of its body to STATE, without roles; *RESULT: the result node. False: it has no
   body, or that is not followed, which is said. *REACHED false: it does not return; *CALL_ID: in Engine.calls, NONE if not followed. */
bool call_follow(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, FlowId *result, bool *reached, uint32_t *call_id);
/* The same, or the assumption about an unknown function. */
FlowId call_body(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, bool *reached, uint32_t *call_id);
/* Analyses FUNC for this call and applies its effects to STATE; returns the result node (0: none). REACHED false: it does not return. */
FlowId call_function(Run *r, State *state, FuncId func, Call *call, uint32_t instr_index, bool *reached);
Cfg *cfg_of(Engine *e, FuncId func);
void run_init(Run *r, Engine *e, Instance *inst);
void run_release(Run *r);
Instance *instance_new(Engine *e, FuncId func);

/* ---- recursion.c ---- */
/* What calls back of CALLEE pass besides the answer to Q; false: nothing else. */
bool recursion_also(const Instance *callee, const Query *q, PtsId *also);
/* Round ROUND of INST begins; RESTARTED: what the last one asked and took does not count. */
void recursion_round(Engine *e, Instance *inst, uint32_t round, bool restarted);
/* C, of OBJ, is an out in this round: in a late one, a place where the last had none becomes any place, and what the last
   pointed to there is kept. */
void recursion_place(Run *r, ObjId obj, Cell *c);
/* A call from within its recursion, or one that there are no steps for: CALLEE's formals stand for what it passes, too. */
void recursion_bind(Run *caller, State *state, Call *call, Instance *callee);
/* What round ROUND of INST came to: its outs, what they depend on, and what was asked of the caller, which calls back of the
   next round pass. Two rounds with the same are the last. */
uint64_t recursion_hash(Engine *e, const Instance *inst, uint32_t round);
/* The round ends: what calls back pass is put in the order of its formal-ins. */
void recursion_settle(Engine *e, Instance *inst);
void recursion_end(Instance *inst);
/* PTS, the answer to Q, anywhere in its objects where calls back move it against other pointers. */
PtsId recursion_moved(Engine *e, const Instance *callee, const Query *q, PtsId pts);
/* Is CALL of FUNC, which runs now, one more level of a recursion that counts? Each has an instance of its own, as loops
   with known bounds are unrolled. */
bool recursion_counts(Engine *e, FuncId func, const Call *call);

/* ---- summary.c ---- */
void outs_summarise(Engine *e, Instance *inst);
void outs_clear(Instance *inst);

/* ---- share.c ---- */
void out_sources_release(Sources *sources);
/* Takes apart what the outs of INST depend on. */
void outs_share_sources(Instance *inst);
/* What OUT of INST depends on. */
const Sources *out_sources(const Instance *inst, const Out *out);
/* What comes on top of SOURCES of INST; NULL: nothing. */
const Sources *sources_core(const Instance *inst, const Sources *sources);

/* ---- intrinsic.c ---- */
/* Memory of its own for the call at INSTR: the pointer, which may be null. */
FlowId heap_new(Run *r, State *state, uint32_t instr);
bool intrinsic_eval(Run *r, State *state, uint32_t instr_index, Str name, const FlowIds *args, FlowId *result);

/* ---- extent.c ---- */
/* Bits from T, a known place, to the end of what a callee writes there that takes it for some of HELD, or for bytes, and does
   not say how many: an array of HELD around T, what was passed (AS: how it is written in the call, without casts; NULL: not
   known), a text, else the outermost that begins at T. -1: the end is not known. */
int64_t extent_behind(Engine *e, Pointee t, TypeId held, const Instr *as);
/* Bits from T to the end of the array of characters that it is in; -1: in none of known length. */
int64_t extent_of_text(Engine *e, Pointee t);

/* ---- block.c ---- */
/* Bits from T to the end of the array of characters or the scalar it is in; -1: not known. */
int64_t memory_leaf(Engine *e, Pointee t);
FlowId memory_contents(Run *r, State *state, FlowId pointer, int64_t bits, uint32_t instr, const char *tag);
/* The type of argument ARG of FUNC, which is NODE: as declared, else as it is. */
TypeId argument_type(Engine *e, FuncId func, uint32_t arg, FlowId node);
/* NODE comes from outside in BITS of what POINTER leads to, of type HELD: what the pointers in it lead to holds NODE, too; where
   they lead nowhere yet, it is memory of its own. */
void memory_receive(Run *r, State *state, FlowId pointer, TypeId held, Range bits, FlowId node, uint32_t instr);
/* A record all of which is NODE, as the result of the call at INSTR. */
FlowId record_of(Run *r, State *state, TypeId type, FlowId node, uint32_t instr);
/* BITS unknown: to the end of the object. */
void memory_fill(Run *r, State *state, FlowId pointer, Range bits, FlowId node, bool strong, uint32_t instr);
/* The same, of elements of HELD: BITS unknown are those of all records of an array, or of one. */
void memory_fill_held(Run *r, State *state, FlowId pointer, TypeId held, Range bits, FlowId node, bool strong, uint32_t instr);
/* Sets BITS to NODE. LENGTH: how many times UNIT bits (0: nobody knows) when that is not known; 0. */
void memory_set(Run *r, State *state, FlowId pointer, Range bits, FlowId length, int64_t unit, FlowId node, uint32_t instr);
/* The same, but what was there before may still be. */
void memory_may_set(Run *r, State *state, FlowId pointer, Range bits, FlowId node, uint32_t instr);
void memory_copy(Run *r, State *state, FlowId to, FlowId from, Range bits, FlowId length, TypeId type, uint32_t instr);
int64_t fixed_bits(Range bits);

/* ---- role.c: calls of functions with a role ---- */
/* Bits that argument ARG of a call points to, seen from how it is written (&x.member, an array, &a[i]) and from the
   record type it points to; -1: unknown. */
int64_t argument_extent(Run *r, uint32_t instr, uint32_t arg);
bool role_call(Run *r, State *state, FuncId func, Call *call, uint32_t instr_index, FlowId *result);
FlowId role_field_load(Run *r, ValueId address, FlowId loaded, uint32_t instr);
void role_field_store(Run *r, ValueId address, FlowId stored);
/* The declared signal that a variable or a member of an object is, however it is reached; 0: none. */
FlowId role_memory_signal(Run *r, ObjId obj, Range off, int64_t size, TypeId type);
/* STATE with the signals that members of COUNT records HELD (0: nobody knows how many) at OFF of OBJ are declared to be in their
   places, whoever wrote there: a state of its own, or STATE itself when there are none. */
State *state_declared(Run *r, State *state, ObjId obj, Range off, TypeId held, int64_t count);
/* What a store into a declared feature leaves there: a node of its own, also when a signal is stored as it came. */
FlowId role_feature_value(Run *r, ObjId obj, Range off, FlowId node, uint32_t instr);
/* Is NODE a number that memory was cleared with, here or in a callee? A constant that a statement assigns is none. */
bool role_is_constant(Engine *e, FlowId node);
/* Marks what is written into a declared feature, here or in a callee, but not what is only copied from one. */
void role_object_store(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node, bool sure);
/* Index of the mark of one of COUNT VALUES that is an assignment to the declared feature at AT, or NONE. */
uint32_t role_assigned_feature(Run *r, const FlowId *values, uint32_t count, const Location *at);
FlowId role_param_signal(Run *r, RoleId role, uint64_t key);
/* OBJ is what the declared signal ROLE points to. */
void object_add_signal(Engine *e, ObjId obj, RoleId role);
/* The declared signals that point to OBJ, one at least: what is there may be any of them. */
FlowId object_signal(Run *r, ObjId obj);
void role_model_inputs_above(Run *r, State *found, uint32_t call_id, Instance *callee, const Selectors *selectors);
Str template_expand(Run *r, Str text, const char *fallback, FuncId callee, uint32_t instr, const FlowIds *args, Str identity);

/* ---- name.c ---- */
/* Names an element of an object: *OBJECT "f.x", *ELEMENT "[3].value" part appended in the result. */
Str name_location(Engine *e, ObjId obj, Range off, int64_t size, Str *object, int64_t *first, int64_t *last);
Str name_object(Engine *e, ObjId obj);
Str name_function(Engine *e, FuncId func);
Str name_type(const Module *program, TypeId type);
Str name_member(const Module *program, const Instr *field); /* of an OP_FIELD: "Record.member" */

/* ---- region.c: which offsets in an object a pointer can have ---- */
typedef struct { int64_t start, end; TypeId elem; } Array; /* in bits of the object; end -1: there is none */
/* The array that is at LO of the object and whose elements are STRIDE apart, of arrays of arrays the outermost. What a pointer
   to an array leads to are as many rows as there may be: their array has no end that is known. */
Array array_at(Engine *e, ObjId obj, int64_t lo, int64_t stride);
/* The size of an object; -1: unknown. */
int64_t object_bits(Engine *e, ObjId obj);
/* Is it one or more of its type, how many is not known? */
bool object_is_open(const Object *o);
/* OFF without what is outside the object: undefined behaviour, as are steps out of the array they start in. */
Range object_clamp(Engine *e, ObjId obj, Range off, int64_t size);
/* The steps of pointers into a formal object: elements of its type, when it has one. */
int64_t region_step(Engine *e, Pointee t);
/* Where BY begins when it leads from somewhere to both sides without known end: its middle. 0: it does not, or from there. */
int64_t region_begins_at(Range by);
/* T moved by BY, whose steps are STEP bits: inside the array that T points into, when it is known. */
Pointee region_shift(Engine *e, Pointee t, Range by, int64_t step);
/* Where the member is that a pointer to TYPE at T stays in, SIZE bits: an array when it points to an element. */
Range region_member(Engine *e, Pointee t, TypeId type, int64_t *size);

/* ---- compared.c ---- */
/* A call of the library that compares or measures texts that are known: true, and *RESULT the number. */
bool compared_call(Run *r, FuncId func, const Call *call, uint32_t instr, FlowId *result);

/* ---- printed.c: texts built of constants ---- */
/* Is one of so many LETTERS at T written in STATE? */
bool printed_over(const State *state, Pointee t, size_t letters);
/* An array of BITS at TO becomes the literal FROM, as its initial value; false: it is none, or does not fit. */
bool printed_copy(Run *r, State *state, FlowId to, FlowId from, int64_t bits, uint32_t instr);
/* Before a call of FUNC: the text that it appends to; empty: it does not, or that is not known. */
Str printed_before(Run *r, FuncId func, const Call *call);
/* After it: when it prints constants into a buffer, or appends them to BEFORE, the buffer has that text. */
void printed_call(Run *r, State *state, FuncId func, const Call *call, Str before, FlowId result, uint32_t instr);
/* The text that was printed at T; empty: none that is known. */
Str printed_at(Engine *e, const State *state, Pointee t);

/* ---- mods.c ---- */
struct Mods {
	bool anything; /* of a function without definition */
	Map globals;   /* GlobalId of the variables it mentions → is one written, or its address handed on? */
	Map members;   /* map_key(record, field) → 1 */
	Map records;   /* written as a whole → 1 */
	Map around;    /* of a text: names (Str.i) of the records that the members are in, one in the other → 1 */
	Map refs;      /* map_key(name of a record, field) of what it mentions at all → 1; with qualifiers, it is another type */
	Map handed;    /* names (Str.i) of records whose address code gets that knows no members, or other ones → 1 */
	bool opaque;   /* hands pointers to functions without definition: what lies behind may be read */
	Map scalars;   /* map_key(kind, bits) of what is written through pointers, and not as a member → 1 */
	FuncIds names; /* of a text: the functions it names */
	bool through_pointer;       /* of a text: it calls through a pointer */
	const struct Mods *pointed; /* of all that is called: what calls through pointers add; NULL: there are none */
};
void mods_release(Engine *e);
/* Adds the names (Str.i) of the records that functions of the program may write a member of, and the variables: initial values
   are not counted. */
void mods_of_program(Engine *e, Map *records, Bitset *globals);
/* NODE may be in all members of RECORD, at POINTER, that FUNC may write; false: it may write any of them, nothing was done. */
bool mods_fill(Run *r, State *state, FuncId func, FlowId pointer, TypeId record, FlowId node, uint32_t instr);

/* The same of what the pointers in the memory lead to that POINTER, to ELEM, points to: NODE depends on it, and may be in
   what FUNC may write of it. */
void mods_fill_behind(Run *r, State *state, FuncId func, FlowId pointer, TypeId elem, FlowId node, uint32_t instr);

/* NODE may be in the static variables that FUNC mentions, as far as it may write them, and READS, if it is one, depends on them. */
void mods_fill_globals(Run *r, State *state, FuncId func, FlowId node, FlowId reads, uint32_t instr);

/* May FUNC, or what it calls, read bit OFF of a RECORD? By the text: does it name the members that OFF is in, or hand such
   records to code that names none? */
bool mods_reads(Engine *e, FuncId func, TypeId record, int64_t off);

/* What any of FUNCS, with all that they call, writes. */
const struct Mods *mods_of_all(Engine *e, const FuncIds *funcs);
/* NODE may be in all of OBJ that MODS may write: of a variable, or, of other memory, where something is known; the rest comes from
   outside as it is. */
void mods_fill_object(Run *r, State *state, const struct Mods *mods, ObjId obj, FlowId node);

/* ---- omitted.c: entry points that are not followed ---- */
/* What OMITTED may have written may be in STATE, as far as others have looked at it. */
void omitted_leave(Engine *e, State *state, const FuncIds *omitted);

/* ---- real.c: constant numbers with a fraction ---- */
void real_set(Engine *e, FlowId node, double number);
/* The constant that NODE is, with or without a fraction. */
bool real_get(Engine *e, FlowId node, double *number);
void real_copy(Engine *e, FlowId to, FlowId from);
/* The same as the bits of a double; range_top(): none. */
Range real_bits(Engine *e, FlowId node);
void real_set_bits(Engine *e, FlowId node, Range bits);
/* NODE is what the instruction computes of its operands. */
void real_compute(Run *r, uint32_t instr, FlowId node);
/* Is F one of the functions of <math.h> that are computed here? */
bool real_is_function(const Function *f);
/* Computes such a call where its arguments are constant; false: they are not, or it is none. */
bool real_call(Run *r, FuncId func, const Call *call, uint32_t instr, FlowId *result);
/* What the comparison INSTR of numbers with a fraction says where both are constant; else nothing is known. */
Range real_compared(Run *r, uint32_t instr);
/* NODE without its fraction; range_top(): not known. */
Range real_whole(Engine *e, FlowId node);

/* ---- callback.c ---- */
/* A function without source, whose result is NODE, is given ARGUMENTS, and may call the functions among them. */
void callbacks_call(Run *r, State *state, const FlowIds *arguments, FlowId node, uint32_t instr);

/* ---- shared.c ---- */
/* NODE is written while threads run. */
void shared_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node);
/* A copy of STATE at INSTR with what was noted on top: what finds who runs beside. */
State *shared_seen(Run *r, State *state, uint32_t instr);
/* What is noted so far is used. */
void shared_use(Instance *inst);
/* Was more noted in this round than the calls in it had? Not too often. */
bool shared_grew(Instance *inst);
/* NODE is written by what runs beside the instance. */
void beside_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node);
/* Does what runs beside INST write there? */
bool beside_writes(const Instance *inst, ObjId obj, Range off, int64_t size);
/* Adds what runs beside the instance may have written there to NODES. */
void beside_collect(const Run *r, ObjId obj, Range off, int64_t size, FlowIds *nodes);
/* All that runs beside the instance has written may be there from INSTR on. */
void beside_write(Run *r, State *state, uint32_t instr);
/* STATE, or where threads run that may write over it, a copy with what they write, which the caller frees. */
State *beside_found(Run *r, State *state, uint32_t instr);
/* What the instance writes for a while and is gone at its END: more outs. */
void passing_collect(Run *r, const State *end);
/* NODE, an out of a call that may end while threads run, is in its place for a while. */
void passing_note(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node);

/* ---- chosen.c ---- */
/* Input.chosen of what POINTER leads to, where BEFORE (0: nothing) chose the memory that POINTER was read from. */
FlowId input_chosen(Run *r, FlowId before, FlowId pointer, uint32_t instr);
/* Can that be another memory in another run or call? */
bool chosen_by_something(Engine *e, FlowId chosen);
/* Input.chosen of the input that NODE is. */
FlowId chosen_of(Engine *e, FlowId node);
/* What chooses among inputs that callers have is one of the outs of INST, after all others. */
void chosen_collect(Instance *inst);
/* CHOSEN of an input of CALLEE, in its caller. */
FlowId chosen_above(Run *r, uint32_t call_id, Instance *callee, FlowId chosen);

/* ---- thread.c ---- */
enum { OTHER_THREADS = 1 << 30 }; /* in State.threads: what has no name, or more than there are bits for */
/* CALLEE, called at INSTR, has waited for the end of threads: what they wrote is in STATE, or not. */
void threads_end(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr);
/* The loop at AT is left: threads of an array that it waited for, one in each iteration, have all ended. */
void threads_leave_loop(Run *r, uint32_t at);
/* Threads that CALLEE has made run beside this instance, too. */
void threads_start(Run *r, State *state, uint32_t call_id, Instance *callee);
/* FUNC runs beside the instance from now on. */
void thread_made(Run *r, FuncId func, const FlowIds *args);
void threads_clear(Instance *inst);
/* CALL of FUNC may happen at any time, and what it leaves may be there or not. */
void call_beside(Run *r, State *state, FuncId func, Call *call, uint32_t instr);
/* The threads that CALLEE has made go on in its caller. */
void threads_go_on(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr);

/* ---- external.c ---- */
/* Says that something at INSTR is not analysed. */
void gap_note(Run *r, uint32_t instr, const char *what, Str subject);
/* That ACCESS ("load", …) through a pointer leads nowhere that is known. */
void gap_no_target(Run *r, uint32_t instr, const char *access, Str subject);
/* Memory that the library hands to the program at INSTR: what it holds at first is CONTENT. */
ObjId memory_given(Run *r, State *state, TypeId type, FlowId content, uint32_t instr);
/* A call that is not followed, of FUNC or of what is not known (NONE): its result. */
FlowId call_unknown(Run *r, State *state, FuncId func, const Call *call, uint32_t instr);
/* The callee of CALL_ID did what another call of FUNC asked for: what CALL may write of its arguments besides: NODE, or 0 for what it
   makes of all that it is given. */
void call_write_besides(Run *r, State *state, FuncId func, const Call *call, uint32_t call_id, FlowId node, uint32_t instr);
/* What FUNC, which has no source, may write through arguments that its roles do not name: NODE, or 0 for what it makes of all
   that it is given. NAMED: numbers of arguments. */
void call_write_unnamed(Run *r, State *state, FuncId func, const Call *call, const Bitset *named, FlowId node, uint32_t instr);

/* ---- view.c ---- */
/* Is a pointer to TYPE, which is T, somewhere in or behind a record, so that what it leads to is only known by a cast? */
bool view_to_come(Engine *e, Pointee t, TypeId type);
/* PTS taken for pointers to records of TYPE. */
PtsId view_pointer(Run *r, PtsId pts, TypeId type);

/* ---- entries.c ---- */
/* Enters the program where it can be entered. */
void entries_run(Engine *e);
/* Is F a function of the program, with a body? */
bool runs_alone(const Function *f);

/* ---- nearest.c ---- */
/* Adds to TOPS the functions from which FUNCS, which nothing has reached, are entered with STEPS for all of them. */
void nearest_find(Engine *e, const Mentions *names, const FuncIds *funcs, uint64_t steps, FuncIds *tops);

/* ---- process.c: the programs that a code base makes ---- */
/* Makes those that the mains among ROOTS begin, or the one that there is without. */
void processes_find(Engine *e, const FuncIds *roots);
/* FUNC, if it is a main, is not followed: what it may leave is found in one program with all such. Is that another one than before? */
bool process_give_up(Engine *e, FuncId func);
/* Does nothing run in PROCESS any more, because its main was given up? */
bool process_is_over(const Engine *e, uint32_t process);
/* May FUNC run in PROCESS? */
bool process_has(const Engine *e, uint32_t process, FuncId func);
/* What is in memory for the entry points of PROCESS, or for its main; what the world does next is done there. */
State *process_memory(Engine *e, uint32_t process, bool of_main);
void processes_release(Engine *e);

/* ---- world.c ---- */
/* Runs the entry points ROOTS, in any order and any number of times. */
void world_enter(Engine *e, const FuncIds *roots);
/* What an entry point left when it was run before others had left everything, the last run of it leaves, too, or instead: nothing
   of the earlier instance is left. */
void world_forget_earlier(Engine *e);
/* The object that all entry points share which are given a record of TYPE. */
ObjId world_context(Engine *e, TypeId record, FuncId func);
/* The value of a global or entry object that nothing in the program wrote before. */
FlowId world_entry(Run *world, ObjId obj, Range off, int64_t size, TypeId type);
ObjId world_global(Engine *e, GlobalId global);
/* The object that parameter PARAM of entry point FUNC points to. */
PtsId world_param(Engine *e, FuncId func, uint32_t param);

/* The place outside of all callers that a place in a formal object stands for. */
Pointee name_outermost(Engine *e, Pointee t);

/* ---- assigned.c: what is assigned to features ---- */
typedef struct { NodeId feature; FlowIds starts; } Assigned;
typedef struct { VEC(Assigned) items; Map by_feature; /* NodeId → index */ } Assignments;
/* NODE is one of the assignments to FEATURE, or something else that FEATURE depends on. */
void assignments_add(Assignments *all, NodeId feature, FlowId node);
void assignments_release(Assignments *all);

/* ---- path.c: searching the value flow, and paths as steps for people ---- */
/* All nodes that one of the COUNT nodes at STARTS depends on, best kinds first, through callers where the value came in as
   a formal, by dependences that are at least as strong as WEAKEST. Does not go past origins (signals, predictions, features,
   stores, the outside) but the starts. A start that another node in it depends on is in it again, with that way: it can be
   more than one feature. */
void search_back(Engine *e, const FlowId *starts, uint32_t count, DepKind weakest, Search *search);
bool flow_is_origin(const Flow *v);
/* Something outside, a prediction or a store: see flow_thing. */
bool flow_is_source(const Flow *v);
/* Everything NODE depends on directly, across calls in both directions. */
void flow_sources(Engine *e, FlowId node, FlowIds *out);
/* The steps from search->items[INDEX] (the source) to the start, in the direction of the data; true when they go through
   a function without definition, of which it is only assumed that it passes everything on. */
bool search_steps(Engine *e, const Search *search, uint32_t index, Steps *steps);
Site flow_site(Engine *e, FlowId node);
Site place_site(Engine *e, Place place, FuncId func);
void add_step(Engine *e, Steps *steps, FlowId node, const char *note, DepKind kind);
/* The same at SITE; a step in the line of the last one is none. */
void add_step_at(Steps *steps, Site site, const char *note, DepKind kind);

/* ---- arrive.c ---- */
/* Drops the marks of assignments to declared features that other assignments replace before a model reads the feature. */
void keep_arriving(Engine *e, const Bitset *useful);

/* ---- collapse.c ---- */
/* Drops the marks of what the layers of a collapsed model hand to each other. */
void collapse_models(Engine *e);

/* ---- consume.c: who uses predictions and features ---- */
void find_consumers(Engine *e);
/* ---- unused.c: features that no model reads, assignments that do not arrive ---- */
void find_unused(Engine *e, const Bitset *useful);
/* ASSIGNED, in OBJ (NONE: not known), is a value of the feature NODE that nothing reads. */
void add_dead_store(Engine *e, NodeId node, FlowId assigned, ObjId obj);
/* Did a model's own function assign V, of INST? That is its output, not what the call replaces. */
bool made_by_model(const Engine *e, const Instance *inst, const Flow *v);

/* ---- public.c: what nothing in the program reads but its callers can ---- */
void find_public(Engine *e);

/* ---- dump.c ---- */
void dump_flow(Engine *e, Text *out);

/* ---- extract.c ---- */
/* Marks the nodes of the marks that instances still have, and no others: also those of earlier rounds, which what is kept
   between invocations may still come from. */
void marks_renew(Engine *e);
void extract_graph(Engine *e);
/* By assignment in an instance that assigns declared features: the object it is to. */
void find_assigned(Engine *e, Map *assigned);
/* Is there an instance of FUNC that entry points lead to? */
bool function_analysed(const Engine *e, FuncId func);
/* What the source V is. */
Thing flow_thing(Engine *e, const Flow *v);
NodeId thing_node(Engine *e, const Thing *thing);
/* The feature called NAME; NONE: there is none. */
NodeId find_feature(const Engine *e, Str name);
/* The node of the graph that a mark speaks of, or NONE. */
NodeId find_marked_feature(const Engine *e, const struct FeatureMark *mark);
/* Adds to FEATURES, by NodeId, those that one of STARTS depends on in any way. */
void find_features_behind(Engine *e, const FlowIds *starts, Bitset *features);

/* ---- missing.c ---- */
/* Adds the calls of models that nothing was found to lead to, where something was not followed, to the places of the coverage. */
void missing_models(Engine *e);
/* Says so of models for which nothing was found at the positions declared as their inputs. */
void missing_inputs(Engine *e);

/* ---- guard.c ---- */
/* Adds the places of the conditions under which the call M is made to NODE. */
void add_guards(Engine *e, const ModelCall *m, Node *node);
/* Which of the features that no model reads are read by such conditions, here and in callers. */
void find_guarding(Engine *e);

#endif
