/*
 * The end of a block: which edges are possible, and what a condition says of the local or the memory it compares.
 */
#include "solve/cells.h"
#include "solve/interp.h"

enum { MAX_OPERATORS = 8 };

/* Is C the condition of a loop whose rounds are invocations? Whether there is another one decides nothing in it. */
static bool ends_invocations(Run *r, BlockId c)
{
	return cfg_ends_loop(r->cfg, c) && loop_invokes(r, r->cfg->order[r->cfg->loop[c]]);
}

void depend_on_control(Run *r, FlowId node, BlockId block)
{
	Bitset seen = {0};
	Blocks work = {0};

	if (r->cfg && block < r->cfg->nblocks)
		vec_push(&work, block);
	while (work.len) {
		BlockId b = vec_pop(&work);
		for (uint32_t i = 0; i < r->cfg->control[b].len; i++) {
			BlockId c = r->cfg->control[b].items[i];
			if (!bitset_add(&seen, c) || ends_invocations(r, c))
				continue;
			vec_push(&work, c);
			for (uint32_t k = 0; k < r->conds[c].len; k++)
				if (flow(r->e, r->conds[c].items[k])->kind != FLOW_CONST)
					flow_dep_full(r->e, node, (Dep){ r->conds[c].items[k], DEP_CONTROL, false, true, false });
		}
	}
	bitset_release(&seen);
	vec_release(&work);
}

static void use_condition(Run *r, BlockId b, uint32_t i, FlowId cond)
{
	if (eval_is_constant(r, cond))
		return;
	r->new_condition |= add_once(&r->conds[b], cond);
	FlowId use = flow_keyed(r, FLOW_BRANCH, i, 0);
	flow_dep(r->e, use, cond, DEP_DATA);
	vec_push(&r->inst->sinks, use);
}

Range range_where(Range a, const Test *test)
{
	BinOp op = test->op;
	Range b = test->other;
	bool is_unsigned = test->is_unsigned;
	bool below = op == BIN_LT || op == BIN_LE, above = op == BIN_GT || op == BIN_GE;

	if (is_unsigned && (b.lo < 0 || (above && a.lo < 0)) && (below || above))
		return a;
	int64_t lo = is_unsigned && below && a.lo < 0 && (b.hi > 0 || op == BIN_LE) ? 0 : NEG_INF, hi = POS_INF;
	if (op == BIN_LT)
		hi = clamp_add(b.hi, -1);
	if (op == BIN_LE)
		hi = b.hi;
	if (op == BIN_GT)
		lo = clamp_add(b.lo, 1);
	if (op == BIN_GE)
		lo = b.lo;
	if (op == BIN_EQ && range_is_const(b))
		return b;
	if (op == BIN_NE && range_is_const(b) && b.lo == a.lo)
		lo = clamp_add(b.lo, 1);
	if (op == BIN_NE && range_is_const(b) && b.lo == a.hi)
		hi = clamp_add(b.lo, -1);
	return range_between(a, lo, hi);
}

static const Instr *same_number(const Run *r, ValueId v)
{
	return instr_same_number(r->e->program, r->f, v);
}

/* By how much LOCAL has been moved between its load at LOAD and the BRANCH of the same block, as `n--` does; false: in another
   way, or not at all. */
static bool moved_since(Run *r, LocalId local, ValueId load, uint32_t branch, int64_t *moved)
{
	bool found = false;

	if (function_block_at(r->f, load) != function_block_at(r->f, branch))
		return false;
	for (uint32_t i = load + 1; i < branch; i++) {
		if (!instr_assigns(r->f, &r->f->instrs.items[i], local))
			continue;
		const Instr *sum = same_number(r, r->f->instrs.items[i].b);
		const Instr *constant = sum->op == OP_BIN ? same_number(r, sum->b) : NULL;
		bool step = constant && constant->op == OP_CONST_INT && (sum->sub == BIN_ADD || sum->sub == BIN_SUB) &&
			same_number(r, sum->a) == &r->f->instrs.items[load];
		if (found || !step || constant->imm == INT64_MIN)
			return false;
		*moved = sum->sub == BIN_ADD ? constant->imm : -constant->imm;
		found = true;
	}
	return found;
}

/* What of A is in KNOWN when that is MOVED. */
static Range within(Range a, Range known, int64_t moved)
{
	int64_t lo = clamp_add(known.lo, moved), hi = clamp_add(known.hi, moved);

	/* Below nothing an unsigned number is a large one. */
	return lo < 0 && a.lo >= 0 ? a : range_between(a, lo, hi);
}

/* OLD, from PLACE, which is known to be VALUE on this WAY out of BRANCH. */
static FlowId assumed(Run *r, FlowId old, uint64_t place, uint32_t branch, uint32_t way, Value value)
{
	FlowId node = flow_keyed(r, FLOW_ASSUME, branch, hash_u64(place, way));

	flow_dep(r->e, node, old, DEP_DATA);
	flow(r->e, node)->value = value;
	flow(r->e, node)->type = flow(r->e, old)->type;
	return node;
}

static void assume_value(Run *r, State *state, uint32_t slot, uint32_t branch, uint32_t way, Value value)
{
	state->slots[slot] = assumed(r, state->slots[slot], slot, branch, way, value);
}

/* The pointer in SLOT is not NULL on this way: its callees need not ask. */
static void assume_nonnull(Run *r, State *state, uint32_t slot, uint32_t branch, uint32_t way)
{
	FlowId old = state->slots[slot];
	Value v = old ? flow(r->e, old)->value : value_top();

	if (v.pts && v.num.lo <= 0)
		assume_value(r, state, slot, branch, way, (Value){ range_nonnull(), v.pts });
}

/* The cell in memory that ACCESS, a load or store before BRANCH in its block, found or left VALUE in; NULL: it is not known, or
   may hold something else by now. */
static Cell *cell_holding(Run *r, State *state, const Instr *access, uint32_t branch, FlowId value)
{
	Engine *e = r->e;
	ValueId at = (ValueId)(access - r->f->instrs.items);
	FlowId address = r->values[access->a];
	uint32_t n;
	const Pointee *t = pts_targets(address ? flow(e, address)->value.pts : 0, &n);
	int64_t size = access->imm ? access->imm : type_bits(e->program, access->type);

	if (n != 1 || !pts_exact(e, flow(e, address)->value.pts) || !eval_strong(r, t->obj) || access->is_volatile || state->threads ||
	    state->waited || function_block_at(r->f, at) != function_block_at(r->f, branch))
		return NULL;
	Pointee place = *t;
	const Cells *cells = state_cells(state, place.obj);
	const Cell *cell = cells ? cell_alone(cells, place.off, size) : NULL;
	if (!cell || !cell->must || cell->prefix || flow_behind_stores(e, cell->node) != flow_behind_stores(e, value))
		return NULL;
	return cell_exact(cells_edit(state, place.obj), place.off, size);
}

/* Where MINE, which BRANCH tests, was loaded, or was stored before, as in `if (++n == limit)`; NULL: it is in no place. */
static const Instr *access_of(const Run *r, ValueId mine, uint32_t branch)
{
	const Instr *number = same_number(r, mine);

	for (uint32_t i = branch; number->op != OP_LOAD && i > mine; i--)
		if (r->f->instrs.items[i].op == OP_STORE && same_number(r, r->f->instrs.items[i].b) == number)
			return &r->f->instrs.items[i];
	return number->op == OP_LOAD ? number : NULL;
}

/* What NODE, known to be in KNOWN, is: an integer may hold an address, but none that is one number. */
static Value known_value(Engine *e, FlowId node, Range known)
{
	return (Value){ known, range_is_const(known) ? 0 : flow(e, node)->value.pts };
}

/* The VALUE that ACCESS found or left in memory is KNOWN on this way. */
static void assume_memory(Run *r, State *state, uint32_t branch, uint32_t way, const Instr *access, FlowId value, Range known)
{
	Cell *cell = cell_holding(r, state, access, branch, value);

	if (cell)
		cell->node = assumed(r, cell->node, hash_u64(cell->node, 0xCE11), branch, way, known_value(r->e, cell->node, known));
}

/* The pointer TESTED, which ACCESS found in SLOT or, where that is NONE, in memory, is NULL on this way: it leads to nothing there. */
static void assume_no_pointer(Run *r, State *state, uint32_t branch, uint32_t way, const Instr *access, uint32_t slot, FlowId tested)
{
	if (!tested || !flow(r->e, tested)->value.pts)
		return;
	if (slot == NONE)
		assume_memory(r, state, branch, way, access, tested, range_const(0));
	else
		assume_value(r, state, slot, branch, way, value_const(0));
}

/* MINE passes TEST: what it loads or leaves is known better. */
static void assume_operand(Run *r, State *state, uint32_t branch, uint32_t way, ValueId mine, const Test *test)
{
	const Instr *access = access_of(r, mine, branch), *place = access ? &r->f->instrs.items[access->a] : NULL;
	const Type *t = access ? eval_type(r, access->type) : NULL;
	uint32_t slot = place && place->op == OP_ADDR_LOCAL ? r->cfg->slot[place->imm] : NONE;

	if (!t)
		return;
	ValueId at = access->op == OP_LOAD ? (ValueId)(access - r->f->instrs.items) : mine;
	int64_t moved = 0;
	FlowId old = slot == NONE ? 0 : state->slots[slot], tested = r->values[at];
	bool same = old && (tested == old || (access->op == OP_STORE && flow_behind_stores(r->e, old) == tested));
	if (t->kind == TY_POINTER && same && test->op == BIN_NE && range_equal(test->other, range_const(0)))
		assume_nonnull(r, state, slot, branch, way);
	if (t->kind == TY_POINTER && (same || slot == NONE) && test->op == BIN_EQ && range_equal(test->other, range_const(0)))
		assume_no_pointer(r, state, branch, way, access, slot, tested);
	if (!tested || t->kind != TY_INT)
		return;
	Range was = flow(r->e, tested)->value.num, known = range_where(was, test);
	if (range_equal(was, known) || known.lo > known.hi)
		return;
	if (slot == NONE) {
		assume_memory(r, state, branch, way, access, tested, known);
		return;
	}
	if (!old || (!same && !moved_since(r, (LocalId)place->imm, at, branch, &moved)))
		return;
	Range before = flow(r->e, old)->value.num, after = same ? known : within(before, known, moved);
	if (!range_equal(before, after) && after.lo <= after.hi)
		assume_value(r, state, slot, branch, way, known_value(r->e, old, after));
}

/* The pointer MINE compares so with OTHER, into the same object: the local that it was loaded from leads only where it does. */
static void assume_place(Run *r, State *state, uint32_t branch, uint32_t way, ValueId mine, BinOp op, ValueId other)
{
	Engine *e = r->e;
	const Instr *access = same_number(r, mine), *place = access->op == OP_LOAD ? &r->f->instrs.items[access->a] : NULL;
	uint32_t slot = place && place->op == OP_ADDR_LOCAL ? r->cfg->slot[place->imm] : NONE, n, m;
	FlowId tested = slot == NONE ? 0 : r->values[access - r->f->instrs.items];

	if (!tested || state->slots[slot] != tested || !is_pointer_to_data(e->program, access->type))
		return;
	Value v = flow(e, tested)->value;
	const Pointee *t = pts_targets(v.pts, &n), *limit = pts_targets(flow(e, interp_value(r, other))->value.pts, &m);
	if (n != 1 || m != 1 || t->obj != limit->obj || t->obj == OBJ_UNKNOWN || e->objects.items[t->obj].weak || t->off.span || !range_is_const(limit->off))
		return; /* what an index moves is taken to stay inside the array: it is no limit */
	/* Who goes on until it is there comes from one side, and does not go past it. */
	if (op == BIN_NE && (t->off.hi == POS_INF) != (t->off.lo == NEG_INF))
		op = t->off.hi == POS_INF && t->off.lo < limit->off.lo ? BIN_LT : t->off.lo == NEG_INF && t->off.hi > limit->off.lo ? BIN_GT : op;
	Range known = range_where(t->off, &(Test){ op, limit->off, 64, false });
	if (known.lo <= known.hi && !range_equal(known, t->off))
		assume_value(r, state, slot, branch, way, (Value){ v.num, pts_single(t->obj, known) });
}

/* V is NULL: when that is what the library allocated here, there is no such memory on this way. */
static void assume_null(Run *r, State *state, ValueId v)
{
	Engine *e = r->e;
	const Type *type = eval_type(r, r->f->instrs.items[v].type);
	FlowId node = type && type->kind == TY_POINTER && r->values[v] ? flow_behind_stores(e, r->values[v]) : 0;
	uint32_t at = node ? flow(e, node)->instr : NONE, n;

	if (at == NONE || flow(e, node)->inst != r->inst->id || r->f->instrs.items[at].op != OP_CALL)
		return;
	const Instr *callee = &r->f->instrs.items[r->f->instrs.items[at].a];
	const Pointee *t = pts_targets(flow(e, node)->value.pts, &n);
	bool library = callee->op == OP_ADDR_FUNC && e->program->functions.items[callee->imm].is_stub;
	if (library && n == 1 && e->objects.items[t->obj].kind == OBJ_HEAP && !e->objects.items[t->obj].weak)
		state_forget(state, t->obj);
}

/* The same, and which way was taken to where it was chosen. */
static void assume_passes(Run *r, State *state, uint32_t branch, uint32_t way, ValueId mine, const Test *test)
{
	assume_operand(r, state, branch, way, mine, test);
	correlate(r, state, mine, test, branch);
}

/* On one side of a comparison with a number, the compared local is known better. */
static void assume(Run *r, State *state, uint32_t branch, ValueId cond, bool taken)
{
	const Instr *c = &r->f->instrs.items[cond];

	while (c->op == OP_UN && c->sub == UN_LNOT) {
		taken = !taken;
		c = &r->f->instrs.items[c->a];
	}
	if (c->op != OP_BIN || c->sub < BIN_EQ) {
		ValueId mine = (ValueId)(c - r->f->instrs.items);
		Test test = { taken ? BIN_NE : BIN_EQ, range_const(0), 64, false };
		assume_passes(r, state, branch, taken, mine, &test);
		if (!taken)
			assume_null(r, state, mine);
		return;
	}
	for (int side = 0; side < 2; side++) {
		ValueId mine = side ? c->b : c->a, other = side ? c->a : c->b;
		BinOp op = side ? bin_swapped((BinOp)c->sub) : (BinOp)c->sub;
		Range number = flow(r->e, interp_value(r, other))->value.num;
		op = taken ? op : bin_negated(op);
		Test test = { op, number, 64, false };
		test.is_unsigned = eval_is_unsigned(r, c, &test.bits);
		assume_passes(r, state, branch, taken, mine, &test);
		assume_place(r, state, branch, taken, mine, op, other);
		if (op == BIN_EQ && range_equal(number, range_const(0)))
			assume_null(r, state, (ValueId)(instr_behind_casts(r->f, mine) - r->f->instrs.items));
	}
}

static void do_return(Run *r, State *state, uint32_t i, const Instr *in)
{
	/* What main returns is the status of the program. */
	if (in->a != NONE && function_is_main(r->f) && !eval_is_constant(r, interp_value(r, in->a)))
		eval_escape(r, interp_value(r, in->a), str_intern("system"), i);
	vec_push(&r->exits, state);
	vec_push(&r->results, in->a == NONE ? 0 : interp_value(r, in->a));
	vec_push(&r->held, in->a == NONE ? (Held){ 0, NONE } : held_by(r, in->a));
	vec_push(&r->exit_blocks, r->block);
}

/* The blocks that several cases of the switch IN lead to, or its default, too. */
static Bitset shared_targets(const Run *r, const Instr *in)
{
	Bitset seen = {0}, shared = {0};

	bitset_add(&seen, in->c);
	for (uint32_t k = 0; k < in->nargs; k++) {
		BlockId target = r->f->cases.items[in->first_arg + k].target;
		if (!bitset_add(&seen, target))
			bitset_add(&shared, target);
	}
	bitset_release(&seen);
	return shared;
}

static void do_switch(Run *r, State *state, BlockId b, uint32_t i, const Instr *in)
{
	FlowId v = interp_value(r, in->a);
	Range num = flow(r->e, v)->value.num;
	bool default_possible = true;
	Bitset shared = shared_targets(r, in);

	use_condition(r, b, i, v);
	for (uint32_t k = 0; k < in->nargs; k++) {
		const Case *c = &r->f->cases.items[in->first_arg + k];
		bool inside = range_is_const(num) && num.lo >= c->low && num.lo <= c->high;
		bool possible = range_is_const(num) ? inside : num.lo <= c->high && num.hi >= c->low;
		if (inside)
			default_possible = false;
		State **edge = edge_of(r, b, c->target);
		if (!possible || !edge || *edge)
			continue;
		State *copy = state_copy(state);
		Test test = { BIN_EQ, range_const(c->low), 64, false };
		if (c->low == c->high && !bitset_has(&shared, c->target))
			assume_passes(r, copy, i, k, in->a, &test);
		edge_set(r, b, c->target, copy);
	}
	bitset_release(&shared);
	State **edge = edge_of(r, b, in->c);
	if (default_possible && edge && !*edge)
		edge_set(r, b, in->c, state_copy(state));
	state_free(state);
}

/* Does V come from memory that others may write? */
static bool reads_shared(const Run *r, ValueId v, int depth)
{
	const Instr *in = instr_behind_casts(r->f, v);

	if (in->op == OP_BIN || in->op == OP_UN)
		return depth > 0 && (reads_shared(r, in->a, depth - 1) || (in->op == OP_BIN && reads_shared(r, in->b, depth - 1)));
	if (in->op != OP_LOAD)
		return false;
	const Instr *address = &r->f->instrs.items[in->a];
	return address->op != OP_ADDR_LOCAL || r->cfg->slot[address->imm] == NONE;
}

/* Does V come from a variable of the function's own that the loop HEAD counts or searches with? */
static bool goes_on(const Run *r, BlockId head, ValueId v, int depth)
{
	const Instr *in = instr_behind_casts(r->f, v);

	if (in->op == OP_BIN || in->op == OP_UN)
		return depth > 0 && (goes_on(r, head, in->a, depth - 1) || (in->op == OP_BIN && goes_on(r, head, in->b, depth - 1)));
	const Instr *address = in->op == OP_LOAD ? &r->f->instrs.items[in->a] : NULL;
	return address && address->op == OP_ADDR_LOCAL && r->cfg->slot[address->imm] != NONE && loop_assigns(r, r->cfg->order[head], (LocalId)address->imm);
}

/* A loop that never ends as far as its own thread can tell waits for another one, or for a signal handler; one that counts ends
   by itself. */
static bool others_may_end(const Run *r, BlockId b, const Instr *branch, bool taken)
{
	BlockId head = r->cfg->loop[b], stays = taken ? branch->b : branch->c, leaves = taken ? branch->c : branch->b;

	return r->in_fixpoint && head != NONE && cfg_loop_contains(r->cfg, head, stays) &&
		!cfg_loop_contains(r->cfg, head, leaves) && reads_shared(r, branch->a, MAX_OPERATORS) &&
		!goes_on(r, head, branch->a, MAX_OPERATORS);
}

void block_end(Run *r, State *state, BlockId b, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];

	edges_clear(r, b);
	if (in->op == OP_JUMP || (in->op == OP_BRANCH && in->b == in->c)) {
		edge_set(r, b, in->b, state); /* an `if` with nothing in it decides nothing */
	} else if (in->op == OP_BRANCH) {
		FlowId cond = interp_value(r, in->a);
		Range num = null_range(r, cond);
		int known = range_is_const(num) ? num.lo != 0 : num.lo > 0 || num.hi < 0 ? 1 : -1;
		if (known >= 0 && (others_may_end(r, b, in, known) || allocation_may_fail(r, in)))
			known = -1;
		if (known < 0)
			use_condition(r, b, i, cond);
		if (known != 1) {
			State *other = state_copy(state);
			assume(r, other, i, in->a, false);
			edge_set(r, b, in->c, other);
		}
		if (known != 0) {
			assume(r, state, i, in->a, true);
			edge_set(r, b, in->b, state);
		} else {
			state_free(state);
		}
	} else if (in->op == OP_SWITCH) {
		do_switch(r, state, b, i, in);
	} else if (in->op == OP_IJUMP) {
		use_condition(r, b, i, interp_value(r, in->a));
		for (uint32_t k = 0; k < in->nargs; k++)
			edge_set(r, b, r->f->args.items[in->first_arg + k], state_copy(state));
		state_free(state);
	} else if (in->op == OP_RETURN) {
		do_return(r, state, i, in);
	} else {
		state_free(state);
	}
}
