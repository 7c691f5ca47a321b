/*
 * What the files that run one instance share: interp.c goes through the blocks, eval.c evaluates instructions, branch.c
 * ends blocks, loop.c unrolls loops or runs them to a fixpoint, loop_shape.c says what a loop looks like.
 */
#ifndef FEATDEP_SOLVE_INTERP_H
#define FEATDEP_SOLVE_INTERP_H

#include "solve/engine.h"

/* ---- eval.c ---- */
const Type *eval_type(const Run *r, TypeId type);
/* A constant that is no feature. */
bool eval_is_constant(Run *r, FlowId node);
/* Does the comparison IN take its operands, of *BITS bits, for numbers without a sign? */
bool eval_is_unsigned(const Run *r, const Instr *in, int64_t *bits);
/* Can a write to OBJ be strong? */
bool eval_strong(Run *r, ObjId obj);
ObjId eval_varargs_object(Run *r);
/* VALUE leaves the program at INSTR, to WHERE. */
void eval_escape(Run *r, FlowId value, Str where, uint32_t instr);
/* One instruction that does not end a block. */
void eval(Run *r, State *state, uint32_t instr);

/* ---- branch.c ---- */
/* Is compared by OP with OTHER, as numbers of BITS bits. */
typedef struct { BinOp op; Range other; int64_t bits; bool is_unsigned; } Test;
/* A when it passes TEST. Without signs, negative numbers are the largest. */
Range range_where(Range a, const Test *test);
/* NODE depends on what decides whether BLOCK is reached. */
void depend_on_control(Run *r, FlowId node, BlockId block);
/* Takes over STATE: the edges out of B get it, refined by the condition, or the exits of the instance. */
void block_end(Run *r, State *state, BlockId b, uint32_t instr);

/* ---- correlate.c ---- */
/* The ways that meet in BLOCK, whose join is JOINED: kept when what a local is there tells them apart. */
void ways_note(Run *r, BlockId block, State **states, const BlockId *from, uint32_t count, const State *joined);
void ways_release(Run *r);
/* V without conversions that leave it as it is, and where it is kept. */
Held held_by(const Run *r, ValueId v);
/* TESTED passes TEST on this way out of BRANCH. */
void correlate(Run *r, State *state, ValueId tested, const Test *test, uint32_t branch);
/* WAS, which is NOW where the way that was taken is known; KEY: of the place where it is. Where ways meet again, it is WAS. */
FlowId as_taken(Run *r, FlowId was, FlowId now, uint64_t key);
/* Adds to the outs of the instance, which are those of all its exits, what they are where its result is of one kind (Out.given). */
void correlate_outs(Run *r);

/* ---- interp.c ---- */
/* The state on the edge FROM → TO, which takes over STATE. */
void edge_set(Run *r, BlockId from, BlockId to, State *state);
State **edge_of(Run *r, BlockId from, BlockId to);
void edges_clear(Run *r, BlockId from);
/* Takes over STATE. */
void run_block(Run *r, BlockId b, State *state);
/* The state at the entry of B from the predecessors accepted by INSIDE (-1: all; else in or outside the loop HEAD). */
State *incoming(Run *r, BlockId b, int inside, BlockId head);
/* The items of the weak topological order from FIRST up to END. */
void run_items(Run *r, uint32_t first, uint32_t end);
/* Iteration K of the loop HEAD in the context BASE. */
CtxId iteration_ctx(Run *r, CtxId base, BlockId head, uint32_t k);

/* ---- loop.c ---- */
/* No edge out of a block of the loop, or of what its iterations ran on their way out, has a state any more. */
void loop_clear(Run *r, uint32_t at);
/* Runs the loop whose item is AT; takes over ENTRY, the state before the first iteration; NULL: it is only
   entered aside of its head. */
void run_loop(Run *r, uint32_t at, State *entry);

/* ---- induction.c ---- */
/* A value that is FIRST in the first iteration and STEP more in each: a number, or bits from the beginning of OBJ. FROM
   (count.c, 0: nothing) is added to the number; in an address, as so many elements of STEP bits. */
typedef struct { ObjId obj; int64_t first, step; uint32_t from; } Induction;

/* Is V, in the loop whose item is AT and that is entered with ENTRY, one whose beginning is known? */
bool induction_value(Run *r, uint32_t at, const State *entry, ValueId v, Induction *out);
/* Is ADDRESS that of one element after the other of an object: by an index, or a cursor that is moved? */
bool induction_address(Run *r, uint32_t at, const State *entry, ValueId address, Induction *out);
/* The values of COUNT iterations; false: too large. */
bool induction_range(const Induction *v, int64_t count, Range *all);
/* The prefix that COUNT elements of SIZE bits, at V, end with, or are, when V goes down; false: it cannot be said. */
bool induction_prefix(Run *r, const Induction *v, uint32_t count, int64_t size, Prefix *prefix);
/* How often the only block that leads out of the loop, *EXIT, which runs in every iteration, leads on in it; -1: not known. */
int64_t loop_rounds(Run *r, uint32_t at, const State *entry, BlockId *exit);
/* The number (prefix.c) of how often the head of the loop leads into it, unless it is left elsewhere; 0: not known. */
uint32_t loop_count(Run *r, uint32_t at, const State *entry);
/* The local that its head compares and that counts the iterations from 0 on; NONE: there is none. */
LocalId loop_counting(Run *r, uint32_t at, const State *entry);

/* ---- fill.c ---- */
/* The loop whose item is AT has run from ENTRY on: what it left in arrays that it fills. */
void fill_apply(Run *r, uint32_t at, const State *entry);
/* All of PREFIX of OBJ was written since BEFORE, its cells then: inside it nothing of them is left in STATE, and of nodes
   that are in INSIDE what they are there (0: nothing). */
void fill_prefix(Run *r, const Cells *before, State *state, ObjId obj, uint32_t prefix, const Map *inside, uint32_t instr);
/* What is to be written as a whole: PREFIX (0: nothing) of OBJ, or of it what is from element FROM on (0: all), in two steps:
   before it is written, and after that, at INSTR. BEFORE: the cells then. */
typedef struct { ObjId obj; uint32_t prefix, from; Cells *before; } Filling;
Filling filling_begin(const State *state, ObjId obj, uint32_t prefix, uint32_t from);
void filling_end(Run *r, State *state, const Filling *filling, uint32_t instr);
/* One more element, of SIZE bits at ADDRESS, right behind what was written. */
Filling filling_begin_one(Run *r, const State *state, ValueId address, int64_t size);

/* ---- bounded.c ---- */
/* Does the loop read and write elements, another one in each iteration, as far as its text tells? */
bool loop_goes_through_arrays(const Run *r, uint32_t at);
/* How many iterations of a loop that goes through arrays there can be at most, when its first one has run: as many as the shortest
   has elements. 0: nobody knows, or many. AT_HEAD: the last of them ends with the way back, not with the one out of the head. */
int64_t loop_at_most(Run *r, uint32_t at, const State *entry, bool *at_head);

/* ---- loop_shape.c ---- */
/* for each_block(r, at, b): B is each block of the loop whose item is AT. */
#define each_block(r, at, b) \
	(uint32_t k_ = (at), end_ = (at) + (r)->cfg->wto.items[at].count; k_ <= end_ && ((b) = (r)->cfg->wto.items[k_].head, true); k_++)
/* Does the loop call a model, a store or an emit? Then its iterations are invocations. */
bool loop_invokes(Run *r, uint32_t at);
/* Are its few iterations, entered with ENTRY, no invocations, because each stores or emits under a key of its own and none does anything
   else of that kind? */
bool loop_names_each(Run *r, uint32_t at, const State *entry);
/* Does its head compare numbers that are known when it is entered with ENTRY? */
bool loop_is_counted(Run *r, uint32_t at, const State *entry);
/* Does what it does on its way out? */
bool loop_tail_invokes(const Run *r, uint32_t at);
bool loop_has_side_entry(Run *r, uint32_t at);
/* Does a state come from outside to another block of the loop than its head? */
bool loop_is_entered_aside(Run *r, uint32_t at);
/* Does the loop itself assign the local? */
bool loop_assigns(const Run *r, uint32_t at, LocalId local);
/* Can an iteration that is at FROM still come to TO? */
bool loop_comes_to(const Run *r, uint32_t at, BlockId from, BlockId to);
/* Does every iteration come to one of BLOCKS? */
bool loop_all_ways_meet(const Run *r, uint32_t at, const Bitset *blocks);
/* Too large to look through all of it for each place that it reads or writes? */
bool loop_is_large(Run *r, uint32_t at);
/* Is its head the only block that leads out of the loop? */
bool loop_only_head_leaves(Run *r, uint32_t at);
/* Branches that can leave a loop and had a constant condition; DISTANCE: how far its operands were apart, -1: not known. */
typedef struct { BlockId block; int64_t distance; } ConstantExit;
typedef VEC(ConstantExit) ConstantExits;
void loop_constant_exits(Run *r, uint32_t at, ConstantExits *exits);
/* The local that counts the iterations of the loop from FIRST in steps of one up to LIMIT (exclusive), or NONE: the only
   way out is the comparison in the head, and the counter is only changed by one addition in every iteration. */
LocalId loop_counter(Run *r, uint32_t at, const State *entry, int64_t *first, int64_t *limit);
/* Reading loops and sums find the same whether their iterations are told apart or not. */
bool loop_worth_unrolling(Run *r, uint32_t at, const State *entry);
bool loop_always_runs(Run *r, uint32_t at, BlockId b);

#endif
