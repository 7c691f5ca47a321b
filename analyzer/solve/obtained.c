/*
 * Memory that the C library allocates is taken to be had where a program does nothing but give up when it is not. That happens in
 * no run that anybody asks about, and to follow it would leave all in doubt that is built of such memory: a list has one element
 * or two, a table is filled or not. What else a program does then (another value in its place, another way to get it) is followed.
 */
#include "solve/engine.h"

static bool is_zero(const Function *f, ValueId v)
{
	const Instr *in = instr_behind_casts(f, v);

	return in->op == OP_CONST_INT && in->imm == 0;
}

/* The pointer whose being NULL BRANCH decides by, and the way it takes then; NONE: it decides by something else. */
static ValueId tested_pointer(const Module *program, const Function *f, const Instr *branch, BlockId *null_way)
{
	const Instr *c = &f->instrs.items[branch->a];
	bool null_is_false = true;

	for (;;) {
		bool equality = c->op == OP_BIN && (c->sub == BIN_EQ || c->sub == BIN_NE), first = equality && is_zero(f, c->a);
		if (!(c->op == OP_UN && c->sub == UN_LNOT) && !first && !(equality && is_zero(f, c->b)))
			break;
		null_is_false ^= c->op == OP_UN || c->sub == BIN_EQ;
		c = &f->instrs.items[first ? c->b : c->a];
	}
	*null_way = null_is_false ? branch->c : branch->b;
	TypeKind kind = c->type == NONE ? TY_VOID : program->types.items[c->type].kind;
	return kind == TY_POINTER ? (ValueId)(c - f->instrs.items) : NONE;
}

static bool is_constant(const Function *f, ValueId v)
{
	const Instr *in = instr_behind_casts(f, v);

	return in->op == OP_CONST_INT || in->op == OP_CONST_FLOAT || in->op == OP_CONST_STR;
}

/* The local variable that V of F is loaded from; NONE: it is not. */
static LocalId loaded_from(const Function *f, ValueId v)
{
	const Instr *load = instr_behind_casts(f, v), *place = load->op == OP_LOAD ? &f->instrs.items[load->a] : NULL;

	return place && place->op == OP_ADDR_LOCAL ? (LocalId)place->imm : NONE;
}

/* Does IN of F do nothing but set a constant, free something, say that something is wrong, or leave? TESTED is NULL here. */
static bool only_gives_up(Engine *e, const Function *f, const Instr *in, ValueId tested)
{
	const Instr *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;

	if (callee)
		return callee->op == OP_ADDR_FUNC && releases_or_says(e, (FuncId)callee->imm);
	if (in->op == OP_STORE)
		return is_constant(f, in->b);
	if (in->op == OP_RETURN && in->a != NONE)
		return is_constant(f, in->a) || (loaded_from(f, in->a) != NONE && loaded_from(f, in->a) == loaded_from(f, tested));
	return !instr_writes(in) && in->op != OP_ASM && in->op != OP_UNRESOLVED && in->op != OP_SWITCH && in->op != OP_IJUMP;
}

/* Where B goes when a pointer that it tests, but not to stay in a loop, is NULL; NONE: it tests none. */
static BlockId null_way_of(const Run *r, BlockId b)
{
	const Block *block = &r->f->blocks.items[b];
	const Instr *last = &r->f->instrs.items[block->first + block->count - 1];
	BlockId way = NONE, head = r->cfg->loop[b];

	if (last->op != OP_BRANCH || tested_pointer(r->e->program, r->f, last, &way) == NONE)
		return NONE;
	return head != NONE && !cfg_loop_contains(r->cfg, head, way) ? NONE : way;
}

/* Adds to SEEN all blocks that FROM leads to, without those in SEEN before. USUAL: no pointer is found to be NULL on the way. */
static void reach_blocks(const Run *r, BlockId from, bool usual, Bitset *seen)
{
	Blocks work = {0};

	if (bitset_add(seen, from))
		vec_push(&work, from);
	while (work.len) {
		BlockId b = vec_pop(&work), null_way = usual ? null_way_of(r, b) : NONE;
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			BlockId to = r->cfg->succs[b].items[i];
			if (to != null_way && bitset_add(seen, to))
				vec_push(&work, to);
		}
	}
	vec_release(&work);
}

/* Does the function do nothing but give up on the way WAY, until it comes to where it comes without a pointer that is NULL? */
static bool gives_up(const Run *r, BlockId way, ValueId tested)
{
	Bitset usual = {0}, seen = {0};
	bool gives_up = true;

	reach_blocks(r, 0, true, &usual);
	for (BlockId b = 0; b < r->f->blocks.len; b++)
		if (bitset_has(&usual, b))
			bitset_add(&seen, b);
	reach_blocks(r, way, false, &seen);
	for (BlockId b = 0; b < r->f->blocks.len && gives_up; b++) {
		const Block *block = &r->f->blocks.items[b];
		bool only_then = bitset_has(&seen, b) && !bitset_has(&usual, b);
		for (uint32_t i = block->first; only_then && i < block->first + block->count && gives_up; i++)
			gives_up = only_gives_up(r->e, r->f, &r->f->instrs.items[i], tested);
	}
	bitset_release(&usual);
	bitset_release(&seen);
	return gives_up;
}

bool allocation_may_fail(const Run *r, const Instr *branch)
{
	BlockId null_way;
	ValueId tested = tested_pointer(r->e->program, r->f, branch, &null_way);
	FlowId node = tested == NONE ? 0 : r->values[tested];

	return node && flow(r->e, node)->value.pts && flow(r->e, node)->value.num.lo >= range_obtained().lo && !gives_up(r, null_way, tested);
}
