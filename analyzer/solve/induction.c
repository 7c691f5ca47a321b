/*
 * Induction variables: what is counted up or down, or a cursor that is moved, by the same step in each iteration of a loop
 * (Muchnick, "Advanced Compiler Design and Implementation", 1997, section 14.1), and how many iterations there are.
 */
#include "solve/interp.h"

#include <stdlib.h>

enum { MAX_TERMS = 8 };

/* VALUE is what LOCAL held at LOAD, and PLUS on top. */
typedef struct { LocalId local; ValueId load; int64_t plus; } Affine;

/* False: too large a number. */
static bool add_scaled(int64_t *sum, int64_t n, int64_t factor)
{
	int64_t product;

	return !__builtin_mul_overflow(n, factor, &product) && !__builtin_add_overflow(*sum, product, sum) && *sum != INT64_MIN;
}

static const Instr *same_number(const Run *r, ValueId v)
{
	return instr_same_number(r->e->program, r->f, v);
}

static bool affine(const Run *r, ValueId v, Affine *out)
{
	int64_t plus = 0;

	for (int terms = 0; terms < MAX_TERMS; terms++) {
		const Instr *in = same_number(r, v);
		if (in->op == OP_LOAD && r->f->instrs.items[in->a].op == OP_ADDR_LOCAL) {
			*out = (Affine){ (LocalId)r->f->instrs.items[in->a].imm, (ValueId)(in - r->f->instrs.items), plus };
			return true;
		}
		bool sum = in->op == OP_BIN && (in->sub == BIN_ADD || in->sub == BIN_SUB);
		const Instr *n = sum || in->op == OP_ELEM ? same_number(r, in->b) : NULL;
		if (!n || n->op != OP_CONST_INT || !add_scaled(&plus, n->imm, in->op == OP_ELEM ? in->imm : in->sub == BIN_ADD ? 1 : -1))
			return false;
		v = in->a;
	}
	return false;
}

/* The number or the place that V is; *OBJ: what the place is in, OBJ_NONE of a number. */
static bool known_value(Value v, ObjId *obj, int64_t *value)
{
	uint32_t n;
	const Pointee *t = pts_targets(v.pts, &n);

	*obj = n ? t->obj : OBJ_NONE;
	*value = n ? t->off.lo : v.num.lo;
	return n ? n == 1 && range_is_const(t->off) : range_is_const(v.num);
}

/* What LOCAL enters the loop with. */
static bool value_before(Run *r, const State *entry, LocalId local, ObjId *obj, int64_t *value)
{
	uint32_t slot = r->cfg->slot[local];

	return slot != NONE && entry->slots[slot] && known_value(flow(r->e, entry->slots[slot])->value, obj, value);
}

typedef VEC(ValueId) ValueIds;

/* The instructions of the loop that assign LOCAL. */
static ValueIds assignments(const Run *r, uint32_t at, LocalId local)
{
	BlockId b;
	ValueIds found = {0};

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++)
			if (instr_assigns(r->f, &r->f->instrs.items[i], local))
				vec_push(&found, i);
	}
	return found;
}

/* Does each iteration run exactly one of STEPS? */
static bool one_of_them(Run *r, uint32_t at, const ValueIds *steps)
{
	Bitset blocks = {0};
	bool one = steps->len > 0;

	if (steps->len == 1)
		return loop_always_runs(r, at, function_block_at(r->f, steps->items[0]));
	for (uint32_t i = 0; i < steps->len && one; i++) {
		BlockId b = function_block_at(r->f, steps->items[i]);
		one = r->cfg->loop[b] == r->cfg->wto.items[at].head && bitset_add(&blocks, b);
		for (uint32_t k = 0; k < steps->len && one; k++)
			one = i == k || !loop_comes_to(r, at, b, function_block_at(r->f, steps->items[k]));
	}
	one = one && loop_all_ways_meet(r, at, &blocks);
	bitset_release(&blocks);
	return one;
}

/* Has each iteration run A when it comes to B? */
static bool runs_first(Run *r, ValueId a, ValueId b)
{
	BlockId x = function_block_at(r->f, a), y = function_block_at(r->f, b);

	return x == y ? a < b : cfg_dominates(r->cfg, x, y);
}

/* How much local USE.local moves on in each iteration, 0: it is not known; *MOVED: has it when USE loads it? */
static int64_t moves_by(Run *r, uint32_t at, const Affine *use, bool *moved)
{
	ValueIds steps = assignments(r, at, use->local);
	int64_t by = 0;
	bool same = one_of_them(r, at, &steps);

	for (uint32_t i = 0; i < steps.len && same; i++) {
		Affine next;
		BlockId b = function_block_at(r->f, steps.items[i]), loaded = function_block_at(r->f, use->load);
		bool first = runs_first(r, steps.items[i], use->load);
		same = affine(r, r->f->instrs.items[steps.items[i]].b, &next) && next.local == use->local && next.plus &&
			(i == 0 || next.plus == by);
		/* One of several may have run already, or not. */
		same = same && (steps.len == 1 || (b == loaded ? !first : !loop_comes_to(r, at, b, loaded)));
		by = next.plus;
		*moved = first;
	}
	vec_release(&steps);
	return same ? by : 0;
}

/* The same for V without what is added to it by all iterations alike. */
static bool moving_value(Run *r, uint32_t at, const State *entry, ValueId v, Induction *out)
{
	Affine use;
	bool moved = false;

	*out = (Induction){ .obj = OBJ_NONE };
	if (!affine(r, v, &use))
		return false;
	if (!value_before(r, entry, use.local, &out->obj, &out->first)) {
		FlowId before = r->cfg->slot[use.local] == NONE ? 0 : entry->slots[r->cfg->slot[use.local]];
		*out = (Induction){ .obj = OBJ_NONE, .from = before ? count_of_node(r, before) : 0 };
		if (!out->from)
			return false;
	}
	out->step = moves_by(r, at, &use, &moved);
	return out->step && add_scaled(&out->first, use.plus, 1) && add_scaled(&out->first, out->step, moved);
}

bool induction_value(Run *r, uint32_t at, const State *entry, ValueId v, Induction *out)
{
	if (moving_value(r, at, entry, v, out))
		return true;
	const Instr *in = same_number(r, v);
	bool sum = in->op == OP_BIN && in->sub == BIN_ADD;
	for (int k = 0; k < 2 && sum; k++) {
		if (!moving_value(r, at, entry, k ? in->b : in->a, out) || out->obj != OBJ_NONE)
			continue;
		uint32_t same = count_of_value(r, k ? in->a : in->b);
		out->from = !same || !out->from ? same : count_sum(r->e, out->from, same);
		return out->from != 0;
	}
	return false;
}

/* Makes the place in elements of BITS from BASE of an index, whose number V is; false: too large, or no known elements. */
static bool induction_place(Induction *v, Pointee base, int64_t bits)
{
	int64_t first = base.off.lo, step = 0;

	if (!add_scaled(&first, v->first, bits) || !add_scaled(&step, v->step, bits) || (v->from && llabs(v->step) != 1))
		return false;
	*v = (Induction){ base.obj, first, step, v->from };
	return true;
}

/* What ADDRESS is a member of, or an element with a constant index in; *BITS grows by how far behind its beginning. */
static ValueId outer_part(const Run *r, ValueId address, int64_t *bits)
{
	const Module *program = r->e->program;

	for (;;) {
		const Instr *in = &r->f->instrs.items[address], *index = in->op == OP_ELEM ? same_number(r, in->b) : NULL;
		int64_t ahead = 0;
		if (in->op == OP_FIELD)
			ahead = program->fields.items[program->types.items[in->b].first_field + (uint32_t)in->imm].bit_offset;
		else if (!index || index->op != OP_CONST_INT || !add_scaled(&ahead, index->imm, in->imm))
			return address;
		if (!add_scaled(bits, ahead, 1))
			return address;
		address = in->a;
	}
}

bool induction_address(Run *r, uint32_t at, const State *entry, ValueId address, Induction *out)
{
	int64_t inside = 0;
	uint32_t n;

	address = outer_part(r, address, &inside);
	const Instr *elem = &r->f->instrs.items[address];
	if (elem->op == OP_ELEM && r->values[elem->a] && induction_value(r, at, entry, elem->b, out) && out->obj == OBJ_NONE) {
		const Pointee *t = pts_targets(flow(r->e, r->values[elem->a])->value.pts, &n);
		Pointee base = n == 1 ? *t : (Pointee){ OBJ_UNKNOWN, range_top() };
		if (n == 1 && !range_is_const(base.off)) {
			int64_t apart = 0;
			uint32_t ahead = count_ahead(r, r->values[elem->a], &apart, &base);
			ahead = apart == elem->imm ? ahead : 0;
			out->from = !ahead || !out->from ? ahead : count_sum(r->e, out->from, ahead);
			n = out->from ? 1 : 0;
		}
		if (n != 1 || !induction_place(out, base, elem->imm))
			return false;
	} else if (!induction_value(r, at, entry, address, out) || out->from) {
		return false;
	}
	return out->obj != OBJ_NONE && out->obj != OBJ_UNKNOWN && add_scaled(&out->first, inside, 1);
}

bool induction_range(const Induction *v, int64_t count, Range *all)
{
	int64_t last = v->first;

	if (!add_scaled(&last, v->step, count - 1))
		return false;
	*all = range_strided(v->step > 0 ? v->first : last, v->step > 0 ? last : v->first, llabs(v->step));
	return true;
}

bool induction_prefix(Run *r, const Induction *v, uint32_t count, int64_t size, Prefix *prefix)
{
	int64_t step = llabs(v->step), behind;

	*prefix = (Prefix){ v->first, step, size, count, 0 };
	if (!step)
		return false;
	if (v->step < 0) {
		/* The last one, COUNT - 1 before the first, is a known place. */
		if (!v->from || !count_distance(r->e, v->from, 1, count, 1, &behind) || !add_scaled(&prefix->lo, behind + 1, step))
			return false;
	} else if (v->from) {
		prefix->count = count_sum(r->e, v->from, count);
	}
	return prefix->count != 0;
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
	int64_t way = bound;

	if (!add_scaled(&way, first, -1) || (op == BIN_LE && !add_scaled(&way, 1, 1)) || (op == BIN_GE && !add_scaled(&way, -1, 1)))
		return -1;
	if (op == BIN_NE)
		return way % step || way / step < 0 ? -1 : way / step;
	bool up = op == BIN_LT || op == BIN_LE;
	if (op == BIN_EQ || up != (step > 0))
		return -1;
	way = up ? way : -way;
	return way <= 0 ? 0 : 1 + (way - 1) / llabs(step);
}

/* The number or the place that a value is in all iterations. */
static bool fixed_value(Run *r, uint32_t at, const State *entry, ValueId v, ObjId *obj, int64_t *value)
{
	const Instr *in = same_number(r, v);
	Affine a;

	if (affine(r, v, &a) && r->cfg->slot[a.local] != NONE)
		return !loop_assigns(r, at, a.local) && value_before(r, entry, a.local, obj, value) && add_scaled(value, a.plus, 1);
	return known_value(in->op == OP_CONST_INT ? value_const(in->imm) : flow(r->e, interp_value(r, v))->value, obj, value);
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
	ValueId moves = compares ? cond->a : branch->a, stays = compares ? cond->b : NONE;
	Induction v;
	ObjId obj = OBJ_NONE;
	int64_t bound = 0, bits;
	if (!induction_value(r, at, entry, moves, &v)) {
		if (!compares || !induction_value(r, at, entry, cond->b, &v))
			return -1;
		op = bin_swapped(op);
		stays = cond->a;
	}
	if ((stays != NONE && !fixed_value(r, at, entry, stays, &obj, &bound)) || v.obj != obj || v.from)
		return -1;
	/* Below nothing an unsigned number is a large one. */
	if (compares && op != BIN_NE && op != BIN_EQ && (v.first < 0 || bound < 0) && eval_is_unsigned(r, cond, &bits))
		return -1;
	if (!cfg_loop_contains(r->cfg, head, branch->b))
		op = bin_negated(op);
	return times_true(op, v.first, v.step, bound);
}

/* The number that is counted down to nothing, one in each iteration, while V is not nothing; 0: it is another way. */
static uint32_t count_down(Run *r, uint32_t at, const State *entry, ValueId v)
{
	Affine use;
	bool moved = false;

	if (!affine(r, v, &use) || use.plus || r->cfg->slot[use.local] == NONE || moves_by(r, at, &use, &moved) != -1 || moved)
		return 0;
	FlowId before = entry->slots[r->cfg->slot[use.local]];
	return before ? count_of_node(r, before) : 0;
}

uint32_t loop_count(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head;
	const Block *block = &r->f->blocks.items[head];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1];
	Induction v;
	Affine a;

	if (branch->op != OP_BRANCH || cfg_loop_contains(r->cfg, head, branch->b) == cfg_loop_contains(r->cfg, head, branch->c))
		return 0;
	const Instr *cond = instr_behind_casts(r->f, branch->a);
	bool compares = cond->op == OP_BIN && cond->sub >= BIN_EQ;
	BinOp op = compares ? (BinOp)cond->sub : BIN_NE;
	if (!cfg_loop_contains(r->cfg, head, branch->b))
		op = bin_negated(op);
	if (!compares)
		return op == BIN_NE ? count_down(r, at, entry, branch->a) : 0;
	ValueId moves = cond->a, stays = cond->b;
	if (same_number(r, stays)->op == OP_CONST_INT) {
		int64_t last = same_number(r, stays)->imm;
		uint32_t down = last == 0 && (op == BIN_NE || op == BIN_GT) ? count_down(r, at, entry, moves) : 0;
		if (down || !induction_value(r, at, entry, moves, &v) || !v.from || v.step != -1 || (op != BIN_NE && op != BIN_GT && op != BIN_GE))
			return down;
		return count_plus(r->e, v.from, v.first - last + (op == BIN_GE));
	}
	if (!induction_value(r, at, entry, moves, &v)) {
		moves = cond->b;
		stays = cond->a;
		op = bin_swapped(op);
		if (!induction_value(r, at, entry, moves, &v))
			return 0;
	}
	bool place = v.obj != OBJ_NONE;
	if (v.first < 0 || (!place && v.step != 1) || (op != BIN_LT && op != BIN_NE))
		return 0;
	/* The bound is what it was when the loop was entered; what the head computes is one number if that is so each time. */
	bool kept = affine(r, stays, &a) && !a.plus && r->cfg->slot[a.local] != NONE;
	FlowId before = !kept ? interp_value(r, stays) : loop_assigns(r, at, a.local) ? 0 : entry->slots[r->cfg->slot[a.local]];
	if (place)
		return before ? count_up_to(r, before, &(Pointee){ v.obj, range_const(v.first) }, v.step) : 0;
	uint32_t bound = !kept ? count_of_value(r, stays) : before ? count_of_node(r, before) : 0;
	bound = bound && v.from ? count_difference(r->e, bound, v.from) : bound;
	return bound ? count_plus(r->e, bound, -v.first) : 0;
}

LocalId loop_counting(Run *r, uint32_t at, const State *entry)
{
	const Block *block = &r->f->blocks.items[r->cfg->wto.items[at].head];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1];
	const Instr *cond = branch->op == OP_BRANCH ? instr_behind_casts(r->f, branch->a) : NULL;
	ValueId sides[2] = { cond ? cond->a : NONE, cond ? cond->b : NONE };
	Induction v;
	Affine use;

	for (int k = 0; k < 2 && cond && cond->op == OP_BIN && cond->sub >= BIN_EQ; k++)
		if (affine(r, sides[k], &use) && !use.plus && r->cfg->slot[use.local] != NONE && induction_value(r, at, entry, sides[k], &v) &&
		    v.obj == OBJ_NONE && !v.from && v.first == 0 && v.step == 1)
			return use.local;
	return NONE;
}
