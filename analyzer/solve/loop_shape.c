/*
 * What a loop looks like: its counter, its exits, and whether telling its iterations apart is worth the cost.
 */
#include "solve/interp.h"

/* Instructions of a loop that is not large. */
enum { MAX_INSTRS = 2000 };

static bool call_invokes(const Run *r, const Instr *in)
{
	const Instr *callee = in->op == OP_CALL ? &r->f->instrs.items[in->a] : NULL;

	return callee && callee->op == OP_ADDR_FUNC && r->e->invokes[callee->imm];
}

static bool block_invokes(const Run *r, BlockId b)
{
	const Block *block = &r->f->blocks.items[b];

	for (uint32_t i = block->first; i < block->first + block->count; i++)
		if (call_invokes(r, &r->f->instrs.items[i]))
			return true;
	return false;
}

bool loop_invokes(Run *r, uint32_t at)
{
	BlockId b;

	for each_block(r, at, b)
		if (block_invokes(r, b))
			return true;
	return false;
}

bool loop_tail_invokes(const Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head;

	for (uint32_t i = 0; i < r->cfg->tail[head].len; i++)
		if (block_invokes(r, r->cfg->tail[head].items[i]))
			return true;
	return false;
}

/* Does a way lead from outside to another block of the loop than its head; with NOW, one that a state has come? */
static bool side_entry(Run *r, uint32_t at, bool now)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	for each_block(r, at, b)
		for (uint32_t i = 0; b != head && i < r->cfg->preds[b].len; i++) {
			BlockId from = r->cfg->preds[b].items[i];
			if (r->cfg->order[from] == NONE || cfg_loop_contains(r->cfg, head, from))
				continue;
			State **edge = now ? edge_of(r, from, b) : NULL;
			if (!now || (edge && *edge))
				return true;
		}
	return false;
}

bool loop_has_side_entry(Run *r, uint32_t at)
{
	return side_entry(r, at, false);
}

bool loop_is_entered_aside(Run *r, uint32_t at)
{
	return side_entry(r, at, true);
}

bool loop_assigns(const Run *r, uint32_t at, LocalId local)
{
	BlockId b;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++)
			if (instr_assigns(r->f, &r->f->instrs.items[i], local))
				return true;
	}
	return false;
}

/* Can an iteration that is behind FROM come to TO, the head for its end, without a block that is in *SEEN at first? */
static bool goes_to(const Run *r, uint32_t at, BlockId from, BlockId to, Bitset *seen)
{
	BlockId head = r->cfg->wto.items[at].head;
	Blocks work = {0};
	bool found = false;

	vec_push(&work, from);
	while (work.len && !found) {
		BlockId b = vec_pop(&work);
		for (uint32_t i = 0; i < r->cfg->succs[b].len && !found; i++) {
			BlockId next = r->cfg->succs[b].items[i];
			found = next == to;
			if (next != head && cfg_loop_contains(r->cfg, head, next) && bitset_add(seen, next))
				vec_push(&work, next);
		}
	}
	vec_release(&work);
	return found;
}

bool loop_comes_to(const Run *r, uint32_t at, BlockId from, BlockId to)
{
	Bitset seen = {0};
	bool found = goes_to(r, at, from, to, &seen);

	bitset_release(&seen);
	return found;
}

bool loop_all_ways_meet(const Run *r, uint32_t at, const Bitset *blocks)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	Bitset seen = {0};

	for each_block(r, at, b)
		if (bitset_has(blocks, b))
			bitset_add(&seen, b);
	bool all = bitset_has(blocks, head) || !goes_to(r, at, head, head, &seen);
	bitset_release(&seen);
	return all;
}

bool loop_is_large(Run *r, uint32_t at)
{
	uint32_t instrs = 0;
	BlockId b;

	for each_block(r, at, b)
		instrs += r->f->blocks.items[b].count;
	return instrs > MAX_INSTRS;
}

bool loop_only_head_leaves(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	for each_block(r, at, b)
		for (uint32_t i = 0; b != head && i < r->cfg->succs[b].len; i++)
			if (!cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				return false;
	return true;
}

void loop_constant_exits(Run *r, uint32_t at, ConstantExits *exits)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	vec_clear(exits);
	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		const Instr *last = &r->f->instrs.items[block->first + block->count - 1];
		if (last->op != OP_BRANCH || (cfg_loop_contains(r->cfg, head, last->b) && cfg_loop_contains(r->cfg, head, last->c)))
			continue;
		FlowId cond = interp_value(r, last->a);
		Range num = null_range(r, cond);
		bool table_goes_on = flow(r->e, cond)->value.pts && num.lo > 0; /* of pointers, up to null */
		if (!range_is_const(num) && !table_goes_on)
			continue;
		ConstantExit *one = vec_add(exits);
		*one = (ConstantExit){ b, -1 };
		const Instr *c = &r->f->instrs.items[last->a];
		if (c->op == OP_BIN && c->sub >= BIN_EQ) {
			Range x = flow(r->e, interp_value(r, c->a))->value.num, y = flow(r->e, interp_value(r, c->b))->value.num;
			if (range_is_const(x) && range_is_const(y))
				one->distance = x.lo > y.lo ? x.lo - y.lo : y.lo - x.lo;
		}
	}
}

LocalId loop_counter(Run *r, uint32_t at, const State *entry, int64_t *first, int64_t *limit)
{
	BlockId exit;
	Induction counter;
	int64_t rounds = loop_rounds(r, at, entry, &exit);

	if (rounds < 1 || exit != r->cfg->wto.items[at].head)
		return NONE;
	const Block *block = &r->f->blocks.items[exit];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1], *cond = &r->f->instrs.items[branch->a];
	if (cfg_loop_contains(r->cfg, exit, branch->c) || cond->op != OP_BIN)
		return NONE;
	const Instr *load = instr_same_number(r->e->program, r->f, cond->a);
	if (load->op != OP_LOAD || !induction_value(r, at, entry, cond->a, &counter) || counter.obj != OBJ_NONE || counter.from || counter.step != 1)
		return NONE;
	*first = counter.first;
	*limit = counter.first + rounds;
	return (LocalId)r->f->instrs.items[load->a].imm;
}

/* Is V a constant, or a variable that is one in STATE? */
static bool is_known(Run *r, const State *state, ValueId v)
{
	const Instr *in = instr_behind_casts(r->f, v);
	const Instr *address = in->op == OP_LOAD ? &r->f->instrs.items[in->a] : NULL;
	uint32_t slot = address && address->op == OP_ADDR_LOCAL ? r->cfg->slot[address->imm] : NONE;

	if (in->op == OP_CONST_INT)
		return true;
	return slot != NONE && state->slots[slot] && range_is_const(flow(r->e, state->slots[slot])->value.num);
}

bool loop_is_counted(Run *r, uint32_t at, const State *entry)
{
	const Block *block = &r->f->blocks.items[r->cfg->wto.items[at].head];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1];
	const Instr *cond = branch->op == OP_BRANCH ? &r->f->instrs.items[branch->a] : NULL;

	return entry && cond && cond->op == OP_BIN && cond->sub >= BIN_EQ && is_known(r, entry, cond->a) && is_known(r, entry, cond->b);
}

/* A library function that only computes with numbers. */
static bool is_pure(Run *r, FuncId id)
{
	const Function *f = &r->e->program->functions.items[id];

	for (uint32_t p = 0; p < f->nparams; p++) {
		const Type *t = eval_type(r, f->locals.items[p].type);
		if (!t || (t->kind != TY_INT && t->kind != TY_FLOAT))
			return false;
	}
	return f->is_stub && !f->is_variadic;
}

/* The counter of a loop further inside: starts at a constant, and goes on by a constant there. */
static bool counts_inside(Run *r, BlockId head, BlockId b, const Instr *store)
{
	const Instr *value = instr_behind_casts(r->f, store->b);

	if (value->op == OP_CONST_INT)
		return true;
	if (value->op != OP_BIN || value->sub != BIN_ADD || r->cfg->loop[b] == head)
		return false;
	const Instr *load = instr_behind_casts(r->f, value->a);
	return r->f->instrs.items[value->b].op == OP_CONST_INT && load->op == OP_LOAD &&
		r->f->instrs.items[load->a].op == OP_ADDR_LOCAL && r->f->instrs.items[load->a].imm == r->f->instrs.items[store->a].imm;
}

enum { FEW_ITERATIONS = 16, FEW_OPERANDS = 24 };

/* How often the computation of V reads LOCAL, and once for what is not looked at. */
static uint32_t reads_of(Run *r, ValueId v, LocalId local, uint32_t *budget)
{
	const Instr *in = &r->f->instrs.items[v];

	if (!*budget)
		return 1;
	--*budget;
	if (in->op == OP_LOAD && r->f->instrs.items[in->a].op == OP_ADDR_LOCAL)
		return r->f->instrs.items[in->a].imm == (int64_t)local;
	if (in->op != OP_LOAD && in->op != OP_BIN && in->op != OP_UN && in->op != OP_CAST && in->op != OP_ELEM && in->op != OP_FIELD)
		return 0;
	bool second = in->op == OP_BIN || in->op == OP_ELEM;
	return reads_of(r, in->a, local, budget) + (second ? reads_of(r, in->b, local, budget) : 0);
}

/* How often V asks which iteration this is. */
static uint32_t asks_counter(Run *r, ValueId v, LocalId counter)
{
	uint32_t budget = FEW_OPERANDS;

	return reads_of(r, v, counter, &budget);
}

/* Does the instruction do something that one iteration after the other tells more of than all at once: write memory,
   call what might, branch on which iteration it is, read a place that it is in twice (of a diagonal), assign what the next
   overwrites, or move a pointer or a number (but the loop's own COUNTER) that a later index or branch depends on? */
static bool profits(Run *r, BlockId head, BlockId b, const Instr *in, LocalId counter, int64_t count)
{
	if (in->op == OP_CALL) {
		const Instr *callee = &r->f->instrs.items[in->a];
		return callee->op != OP_ADDR_FUNC || !is_pure(r, (FuncId)callee->imm);
	}
	if ((in->op == OP_BRANCH || in->op == OP_SWITCH) && b != head)
		return asks_counter(r, in->a, counter);
	if (in->op == OP_LOAD && r->f->instrs.items[in->a].op == OP_ELEM)
		return count <= FEW_ITERATIONS && asks_counter(r, in->a, counter) > 1;
	if (in->op != OP_STORE)
		return in->op == OP_COPY || in->op == OP_ZERO || in->op == OP_ASM || in->op == OP_VA_START ||
			in->op == OP_VA_ARG || in->op == OP_VA_COPY;
	const Instr *address = &r->f->instrs.items[in->a];
	uint32_t slot = address->op == OP_ADDR_LOCAL ? r->cfg->slot[address->imm] : NONE;
	if (slot == NONE)
		return true;
	bool counts = address->imm == (int64_t)counter;
	const Type *t = eval_type(r, in->type);
	uint32_t budget = FEW_OPERANDS;
	if (t && t->kind == TY_POINTER)
		return count <= FEW_ITERATIONS;
	/* The last one wins. */
	if (!counts && count <= FEW_ITERATIONS && !reads_of(r, in->b, (LocalId)address->imm, &budget))
		return true;
	uint8_t relevant = r->cfg->slot_relevant[slot];
	bool wanted = relevant & RELEVANT_NUMBER || (relevant & RELEVANT_LEFT && count <= FEW_ITERATIONS);
	return !counts && wanted && !counts_inside(r, head, b, in);
}

/* Does the loop, on its way out, store or hand on what depends on the iteration? */
static bool tail_asks_counter(Run *r, BlockId head, LocalId counter)
{
	for (uint32_t k = 0; k < r->cfg->tail[head].len; k++) {
		const Block *block = &r->f->blocks.items[r->cfg->tail[head].items[k]];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			if ((in->op == OP_STORE || in->op == OP_COPY) && (asks_counter(r, in->a, counter) || asks_counter(r, in->b, counter)))
				return true;
			for (uint32_t n = 0; in->op == OP_CALL && n < in->nargs; n++)
				if (asks_counter(r, r->f->args.items[in->first_arg + n], counter))
					return true;
		}
	}
	return false;
}

/* Does the call IN store or emit under a key that is another one in each iteration: taken by COUNTER, or printed into an array? */
static bool names_by_counter(Run *r, const Instr *in, LocalId counter)
{
	const Roles *roles = r->e->roles;
	FuncId func = (FuncId)r->f->instrs.items[in->a].imm;
	bool any = false;

	for (uint32_t i = roles_first(roles, func); i < roles->functions.len && roles->functions.items[i].function == func; i++) {
		const Role *role = &roles->roles.items[roles->functions.items[i].role];
		if ((role->kind != ROLE_PUT && role->kind != ROLE_EMIT) || role->key.arg < 0 || (uint32_t)role->key.arg >= in->nargs)
			return false;
		ValueId key = r->f->args.items[in->first_arg + (uint32_t)role->key.arg];
		const Instr *place = instr_behind_casts(r->f, key);
		bool array = place->op == OP_ADDR_LOCAL && eval_type(r, r->f->locals.items[place->imm].type)->kind == TY_ARRAY;
		any = array || asks_counter(r, key, counter);
		if (!any)
			return false;
	}
	return any;
}

bool loop_names_each(Run *r, uint32_t at, const State *entry)
{
	BlockId b;
	int64_t first, limit;
	LocalId counter = entry ? loop_counter(r, at, entry, &first, &limit) : NONE;

	if (counter == NONE || limit - first > FEW_ITERATIONS)
		return false;
	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			if (call_invokes(r, in) && !names_by_counter(r, in, counter))
				return false;
		}
	}
	return true;
}

bool loop_worth_unrolling(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	int64_t first, limit;
	LocalId counter = loop_counter(r, at, entry, &first, &limit);

	if (counter == NONE)
		return true;
	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++)
			if (profits(r, head, b, &r->f->instrs.items[i], counter, limit - first))
				return true;
	}
	return tail_asks_counter(r, head, counter);
}

bool loop_always_runs(Run *r, uint32_t at, BlockId b)
{
	BlockId head = r->cfg->wto.items[at].head;

	if (r->cfg->loop[b] != head)
		return false;
	for (uint32_t i = 0; i < r->cfg->preds[head].len; i++) {
		BlockId p = r->cfg->preds[head].items[i];
		if (r->cfg->order[p] != NONE && cfg_loop_contains(r->cfg, head, p) && !cfg_dominates(r->cfg, b, p))
			return false;
	}
	return true;
}
