/*
 * Memory that the C library allocates is taken to be had where a program does nothing but give up when it is not. That happens in
 * no run that anybody asks about, and to follow it would leave all in doubt that is built of such memory: a list has one element
 * or two, a table is filled or not. What else a program does then (another value in its place, another way to get it) is followed.
 */
#include "solve/engine.h"

/* The pointer whose being NULL BRANCH decides by, and the way it takes then; NONE: it decides by something else. */
static ValueId tested_pointer(const Run *r, const Instr *branch, BlockId *null_way)
{
	const Instr *c = &r->f->instrs.items[branch->a];
	bool null_is_false = true;

	for (;;) {
		bool equality = c->op == OP_BIN && (c->sub == BIN_EQ || c->sub == BIN_NE);
		const Instr *other = equality ? instr_behind_casts(r->f, c->b) : NULL;
		if (!(c->op == OP_UN && c->sub == UN_LNOT) && !(other && other->op == OP_CONST_INT && other->imm == 0))
			break;
		null_is_false ^= c->op == OP_UN || c->sub == BIN_EQ;
		c = &r->f->instrs.items[c->a];
	}
	*null_way = null_is_false ? branch->c : branch->b;
	TypeKind kind = c->type == NONE ? TY_VOID : r->e->program->types.items[c->type].kind;
	return kind == TY_POINTER ? (ValueId)(c - r->f->instrs.items) : NONE;
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

/* Does F do nothing but give up on the way WAY out of the block B, until that meets others? */
static bool gives_up(const Run *r, BlockId b, BlockId way, ValueId tested)
{
	const Function *f = r->f;
	bool gives_up = true;

	if (r->cfg->preds[way].len != 1 || r->cfg->preds[way].items[0] != b)
		return true;
	for (BlockId k = 0; k < f->blocks.len && gives_up; k++) {
		const Block *block = &f->blocks.items[k];
		for (uint32_t i = block->first; cfg_dominates(r->cfg, way, k) && i < block->first + block->count && gives_up; i++)
			gives_up = only_gives_up(r->e, f, &f->instrs.items[i], tested);
	}
	return gives_up;
}

bool allocation_may_fail(const Run *r, BlockId b, const Instr *branch)
{
	BlockId null_way;
	ValueId tested = tested_pointer(r, branch, &null_way);
	FlowId node = tested == NONE ? 0 : r->values[tested];

	return node && flow(r->e, node)->value.pts && flow(r->e, node)->value.num.lo >= range_obtained().lo && !gives_up(r, b, null_way, tested);
}
