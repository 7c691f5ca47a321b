/*
 * Induction variables: what is counted up or down, or a cursor that is moved, by the same step in each iteration of a loop
 * (Muchnick, "Advanced Compiler Design and Implementation", 1997, section 14.1), and how many iterations there are.
 */
#include "solve/interp.h"

#include <stdlib.h>

/* VALUE is what LOCAL held at LOAD, and PLUS on top. */
typedef struct { LocalId local; ValueId load; int64_t plus; } Affine;

static bool is_const_int(const Function *f, ValueId v)
{
	return instr_behind_casts(f, v)->op == OP_CONST_INT;
}

static bool affine(const Function *f, ValueId v, Affine *out)
{
	int64_t plus = 0;

	for (;;) {
		const Instr *in = instr_behind_casts(f, v);
		if (in->op == OP_LOAD && f->instrs.items[in->a].op == OP_ADDR_LOCAL) {
			*out = (Affine){ (LocalId)f->instrs.items[in->a].imm, (ValueId)(in - f->instrs.items), plus };
			return true;
		}
		bool sum = in->op == OP_BIN && (in->sub == BIN_ADD || in->sub == BIN_SUB);
		if ((!sum && in->op != OP_ELEM) || !is_const_int(f, in->b))
			return false;
		int64_t n = instr_behind_casts(f, in->b)->imm;
		plus += in->op == OP_ELEM ? n * in->imm : in->sub == BIN_ADD ? n : -n;
		v = in->a;
	}
}

/* The known number or place that LOCAL enters the loop with; *OBJ: what the place is in, OBJ_NONE of a number. */
static bool value_before(Run *r, const State *entry, LocalId local, ObjId *obj, int64_t *first)
{
	uint32_t slot = r->cfg->slot[local], n;

	if (slot == NONE || !entry->slots[slot])
		return false;
	Value v = flow(r->e, entry->slots[slot])->value;
	const Pointee *t = pts_targets(v.pts, &n);
	*obj = n ? t->obj : OBJ_NONE;
	*first = n ? t->off.lo : v.num.lo;
	return n ? n == 1 && range_is_const(t->off) : range_is_const(v.num);
}

/* The only store to LOCAL in the loop, in each iteration one; NONE. */
static ValueId only_step(Run *r, uint32_t at, LocalId local)
{
	BlockId b;
	ValueId step = NONE;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			if (in->op != OP_STORE || r->f->instrs.items[in->a].op != OP_ADDR_LOCAL || r->f->instrs.items[in->a].imm != (int64_t)local)
				continue;
			if (step != NONE || !loop_always_runs(r, at, b))
				return NONE;
			step = i;
		}
	}
	return step;
}

/* Has each iteration run A when it comes to B? */
static bool runs_first(Run *r, ValueId a, ValueId b)
{
	BlockId x = function_block_at(r->f, a), y = function_block_at(r->f, b);

	return x == y ? a < b : cfg_dominates(r->cfg, x, y);
}

bool induction_value(Run *r, uint32_t at, const State *entry, ValueId v, Induction *out)
{
	Affine use, next;
	ObjId obj;
	int64_t first;

	if (!affine(r->f, v, &use) || !value_before(r, entry, use.local, &obj, &first))
		return false;
	ValueId step = only_step(r, at, use.local);
	if (step == NONE || !affine(r->f, r->f->instrs.items[step].b, &next) || next.local != use.local || !next.plus)
		return false;
	*out = (Induction){ obj, first + use.plus + (runs_first(r, step, use.load) ? next.plus : 0), next.plus };
	return true;
}

/* The one block of the loop that leads out of it; NONE: there are several. */
static BlockId only_exit(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b, exit = NONE;

	for each_block(r, at, b) {
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			if (cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				continue;
			if (exit != NONE && exit != b)
				return NONE;
			exit = b;
		}
		const Block *block = &r->f->blocks.items[b];
		if (r->f->instrs.items[block->first + block->count - 1].op == OP_RETURN)
			return NONE;
	}
	return exit;
}

/* How often `v OP bound` holds in a row, when V starts with FIRST and goes on in STEP; -1: without end, or not known. */
static int64_t times_true(BinOp op, int64_t first, int64_t step, int64_t bound)
{
	if (op == BIN_LE || op == BIN_GE) {
		bound += op == BIN_LE ? 1 : -1;
		op = op == BIN_LE ? BIN_LT : BIN_GT;
	}
	int64_t way = bound - first, size = llabs(step);

	if (op == BIN_NE)
		return way % step || way / step < 0 ? -1 : way / step;
	if ((op != BIN_LT || step < 0) && (op != BIN_GT || step > 0))
		return -1;
	way = op == BIN_LT ? way : -way;
	return way <= 0 ? 0 : (way + size - 1) / size;
}

/* The number or the place that a value is in all iterations. */
static bool fixed_value(Run *r, uint32_t at, const State *entry, ValueId v, ObjId *obj, int64_t *value)
{
	const Instr *in = instr_behind_casts(r->f, v);
	Affine a;
	uint32_t n;

	*obj = OBJ_NONE;
	*value = in->imm;
	if (in->op == OP_CONST_INT)
		return true;
	if (affine(r->f, v, &a) && r->cfg->slot[a.local] != NONE) {
		BlockId b;
		for each_block(r, at, b) {
			const Block *block = &r->f->blocks.items[b];
			for (uint32_t i = block->first; i < block->first + block->count; i++) {
				const Instr *store = &r->f->instrs.items[i];
				if (store->op == OP_STORE && r->f->instrs.items[store->a].op == OP_ADDR_LOCAL && r->f->instrs.items[store->a].imm == (int64_t)a.local)
					return false;
			}
		}
		bool known = value_before(r, entry, a.local, obj, value);
		*value += a.plus;
		return known;
	}
	Value known = flow(r->e, interp_value(r, v))->value;
	const Pointee *t = pts_targets(known.pts, &n);
	*obj = n ? t->obj : OBJ_NONE;
	*value = n ? t->off.lo : known.num.lo;
	return n ? n == 1 && range_is_const(t->off) : range_is_const(known.num);
}

int64_t loop_rounds(Run *r, uint32_t at, const State *entry, BlockId *exit)
{
	BlockId head = r->cfg->wto.items[at].head;

	*exit = only_exit(r, at);
	if (*exit == NONE || !loop_always_runs(r, at, *exit))
		return -1;
	const Block *block = &r->f->blocks.items[*exit];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1];
	if (branch->op != OP_BRANCH)
		return -1;
	const Instr *cond = instr_behind_casts(r->f, branch->a);
	bool compares = cond->op == OP_BIN && cond->sub >= BIN_EQ;
	BinOp op = compares ? (BinOp)cond->sub : BIN_NE;
	Induction v;
	ObjId obj = OBJ_NONE;
	int64_t bound = 0;
	if (!compares) {
		if (!induction_value(r, at, entry, branch->a, &v) || v.obj != OBJ_NONE)
			return -1;
	} else if (induction_value(r, at, entry, cond->a, &v)) {
		if (!fixed_value(r, at, entry, cond->b, &obj, &bound))
			return -1;
	} else if (induction_value(r, at, entry, cond->b, &v)) {
		op = bin_swapped(op);
		if (!fixed_value(r, at, entry, cond->a, &obj, &bound))
			return -1;
	} else {
		return -1;
	}
	if (!cfg_loop_contains(r->cfg, head, branch->b))
		op = bin_negated(op);
	return v.obj == obj ? times_true(op, v.first, v.step, bound) : -1;
}
