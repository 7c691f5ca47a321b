/*
 * The first N elements of an array, where N is not known but is the same number: after `for (i = 0; i < n; i++) a[i] = …`
 * a loop that reads a[0 … n) sees nothing of what was there before, whatever n is. A count is an expression over values
 * that are one number in the whole invocation of a function (a symbolic bound: Balasundaram and Kennedy, "A Technique for
 * Summarizing Data Access and Its Use in Parallelism Enhancing Transformations", PLDI 1989); equal counts have one
 * number. Cells say what of them is left inside a prefix, states which prefixes were written as a whole.
 */
#include "solve/cells.h"
#include "solve/interp.h"

#include <string.h>

enum { MAX_DEPTH = 8, MAX_WRITTEN = 12, MAX_JOINED = 32, MAX_ITERATIONS = 12, MANY_BYTES = 1 << 16 };

/* The number of COUNT: equal ones have one. */
static uint32_t count_number(Engine *e, Count count)
{
	uint64_t key = hash_u64(hash_u64(hash_u64(count.of, (uint64_t)count.by), (uint64_t)(int64_t)count.op), 0xC0);
	uint32_t known = map_get_or(&e->count_index, key, 0);

	if (known)
		return known;
	if (!e->counts.len)
		vec_push(&e->counts, (Count){0});
	vec_push(&e->counts, count);
	map_put(&e->count_index, key, e->counts.len - 1);
	return e->counts.len - 1;
}

/* The head of the innermost loop that computes NODE anew in each iteration; NONE: no loop does. */
static BlockId loop_of(const Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	return v->kind == FLOW_FORMAL || v->instr == NONE ? NONE : r->cfg->loop[function_block_at(r->f, v->instr)];
}

/* Is NODE one value in the whole invocation, or in this iteration of the loop that computes it? */
static bool is_fixed(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	if (v->inst != r->inst->id || r->world || r->inst->recursive || (v->kind != FLOW_FORMAL && v->instr == NONE))
		return false;
	BlockId loop = loop_of(r, node);
	if (loop == NONE)
		return true;
	r->counts_in_loops = true;
	return r->block < r->cfg->nblocks && cfg_loop_contains(r->cfg, loop, r->block);
}

/* Is what PREFIX counts computed anew in each iteration of the loop with HEAD? */
static bool is_counted_in(const Run *r, uint32_t prefix, BlockId head)
{
	Count c = prefix ? r->e->counts.items[r->e->prefixes.items[prefix].count] : (Count){0};

	while (c.of && c.op >= 0)
		c = r->e->counts.items[c.of];
	BlockId loop = c.of && flow(r->e, c.of)->inst == r->inst->id ? loop_of(r, c.of) : NONE;
	return loop != NONE && cfg_loop_contains(r->cfg, head, loop);
}

void prefix_enter_loop(Run *r, State *state, BlockId head)
{
	uint32_t kept = 0;

	if (!r->counts_in_loops)
		return;
	for (uint32_t i = 0; i < state->written.len; i++)
		if (!is_counted_in(r, state->written.items[i].prefix, head))
			state->written.items[kept++] = state->written.items[i];
	state->written.len = kept;
	for (uint32_t i = 0; i < state->mem.len; i++) {
		const Cells *cells = state->mem.items[i].cells;
		Cells *edited = NULL;
		for (uint32_t k = 0; k < cells->cells.len; k++) {
			if (!is_counted_in(r, cells->cells.items[k].prefix, head))
				continue;
			edited = edited ? edited : cells_edit(state, state->mem.items[i].obj);
			cells = edited;
			edited->cells.items[k].prefix = 0;
			edited->cells.items[k].fresh = 0;
		}
	}
}

/* NODE, or the one that it is by assignments alone and without what comparisons tell of it. */
static FlowId as_assigned(Engine *e, FlowId node)
{
	FlowIds work = {0};
	FlowId only = 0;
	bool one = node != 0;

	if (node)
		vec_push(&work, node);
	for (uint32_t i = 0; i < work.len && one; i++) {
		const Flow *v = flow(e, work.items[i]);
		/* A phi leaves out constants. */
		bool passes = v->kind == FLOW_ASSUME || (v->kind == FLOW_STORE && v->ndeps) || (v->kind == FLOW_PHI && v->aux);
		if (!passes) {
			one = !only || only == work.items[i];
			only = work.items[i];
		}
		for (uint32_t k = 0; k < v->ndeps && passes; k++) {
			const Dep *d = &e->deps.items[v->first_dep + k];
			bool known = d->kind != DEP_DATA || d->condition;
			for (uint32_t j = 0; j < work.len && !known; j++)
				known = work.items[j] == d->from;
			if (!known)
				vec_push(&work, d->from);
		}
		one = one && work.len <= MAX_JOINED;
	}
	vec_release(&work);
	return one && only ? only : node;
}

static uint32_t count_of(Run *r, FlowId node, int depth)
{
	node = as_assigned(r->e, node);
	const Flow *v = flow(r->e, node);

	if (!node || depth > MAX_DEPTH || range_is_const(v->value.num) || v->value.pts || v->inst != r->inst->id)
		return 0;
	bool computed = v->kind == FLOW_OP && v->instr != NONE && r->values[v->instr] == node;
	const Instr *in = computed ? instr_same_number(r->e->program, r->f, v->instr) : NULL;
	ValueId at = in ? (ValueId)(in - r->f->instrs.items) : NONE;
	if (in && at != v->instr)
		return count_of(r, interp_value(r, at), depth + 1);
	bool scales = in && in->op == OP_BIN && (in->sub == BIN_SHR || in->sub == BIN_SHL || in->sub == BIN_DIV || in->sub == BIN_MUL ||
		in->sub == BIN_ADD || in->sub == BIN_SUB);
	const Instr *by = scales ? instr_same_number(r->e->program, r->f, in->b) : NULL;
	ValueId scaled = scales ? in->a : NONE;
	if (scales && in->sub == BIN_MUL && by->op != OP_CONST_INT) {
		by = instr_same_number(r->e->program, r->f, in->a);
		scaled = in->b;
	}
	uint32_t of = by && by->op == OP_CONST_INT ? count_of(r, interp_value(r, scaled), depth + 1) : 0;
	if (of)
		return count_number(r->e, (Count){ of, by->imm, (int)in->sub });
	return is_fixed(r, node) ? count_number(r->e, (Count){ node, 0, -1 }) : 0;
}

bool prefix_is_late(const Run *r)
{
	return r->iteration > MAX_ITERATIONS;
}

uint32_t prefix_count(Run *r, ValueId value)
{
	const Instr *in = instr_same_number(r->e->program, r->f, value);
	return count_of(r, interp_value(r, (ValueId)(in - r->f->instrs.items)), 0);
}

uint32_t prefix_count_node(Run *r, FlowId node)
{
	return count_of(r, node, 0);
}

uint32_t prefix_count_up_to(Run *r, FlowId end, const Pointee *first, int64_t step)
{
	FlowId node = as_assigned(r->e, end);
	const Flow *v = flow(r->e, node);
	const Instr *in = v->kind == FLOW_OP && v->inst == r->inst->id && v->instr != NONE && r->values[v->instr] == node ? &r->f->instrs.items[v->instr] : NULL;
	FlowId base = in && in->op == OP_ELEM && in->imm == step ? r->values[in->a] : 0;
	uint32_t n;
	const Pointee *t = pts_targets(base ? flow(r->e, base)->value.pts : 0, &n);
	int64_t ahead = n == 1 && t->obj == first->obj && range_is_const(t->off) ? first->off.lo - t->off.lo : -1;

	if (ahead < 0 || step <= 0 || ahead % step)
		return 0;
	uint32_t count = prefix_count(r, in->b);
	return count && ahead ? prefix_count_less(r->e, count, ahead / step) : count;
}

uint32_t prefix_count_less(Engine *e, uint32_t count, int64_t by)
{
	return count_number(e, (Count){ count, by, BIN_SUB });
}

bool prefix_within(const Engine *e, uint32_t whole, uint32_t part)
{
	if (!whole || !part || whole == part)
		return whole && part;
	Prefix w = e->prefixes.items[whole], p = e->prefixes.items[part];
	Count c = e->counts.items[p.count];
	int64_t ahead = p.lo - w.lo;
	/* A part of each element. */
	if (w.count == p.count && w.step == p.step && w.size == w.step && ahead >= 0 && ahead + p.size <= w.step)
		return true;
	if (w.size != p.size || c.of != w.count || c.op < 0 || w.step <= 0 || ahead < 0 || ahead % w.step || c.by < 0)
		return false;
	/* Half of them, every second one. */
	int64_t times = c.op == BIN_SHR && c.by < 32 ? (int64_t)1 << c.by : c.op == BIN_DIV ? c.by : 0;
	if (times > 0)
		return p.step == w.step * times && ahead < p.step;
	return c.op == BIN_SUB && p.step == w.step && ahead / w.step <= c.by;
}

uint32_t prefix_part(Engine *e, uint32_t prefix, int64_t lo, int64_t size)
{
	if (!prefix)
		return 0;
	Prefix p = e->prefixes.items[prefix];
	int64_t ahead = p.size == p.step ? (lo - p.lo) % p.step : -1;
	return ahead >= 0 && ahead + size <= p.step ? prefix_number(e, (Prefix){ p.lo + ahead, p.step, size, p.count }) : prefix;
}

uint32_t prefix_of_units(Run *r, int64_t lo, FlowId length, int64_t unit)
{
	uint32_t count = r->world || prefix_is_late(r) ? 0 : count_of(r->within ? r->within : r, length, 0);
	int64_t size = 8;

	if (!count)
		return 0;
	if (unit != 8)
		return prefix_number(r->e, (Prefix){ lo, unit, unit, count });
	Count c = r->e->counts.items[count];
	if (c.op == BIN_MUL && c.by > 0 && c.by < MANY_BYTES)
		size *= c.by;
	else if (c.op == BIN_SHL && c.by > 0 && (int64_t)1 << c.by < MANY_BYTES)
		size <<= c.by;
	return prefix_number(r->e, (Prefix){ lo, size, size, size > 8 ? c.of : count });
}

uint32_t prefix_number(Engine *e, Prefix prefix)
{
	uint64_t key = hash_u64(hash_u64(hash_u64(hash_u64(prefix.count, (uint64_t)prefix.lo), (uint64_t)prefix.step), (uint64_t)prefix.size), 0xF1);
	uint32_t known = map_get_or(&e->prefix_index, key, 0);

	if (known)
		return known;
	if (!e->prefixes.len)
		vec_push(&e->prefixes, (Prefix){0});
	vec_push(&e->prefixes, prefix);
	map_put(&e->prefix_index, key, e->prefixes.len - 1);
	return e->prefixes.len - 1;
}

/* COUNT of the callee, in the caller. */
static uint32_t count_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t count, int depth)
{
	Engine *e = caller->e;
	Count c = e->counts.items[count];

	if (depth > MAX_DEPTH)
		return 0;
	if (c.op >= 0) {
		uint32_t of = count_above(caller, state, call, callee, c.of, depth + 1);
		return of ? count_number(e, (Count){ of, c.by, c.op }) : 0;
	}
	const Flow *v = flow(e, c.of);
	if (v->kind != FLOW_FORMAL || v->inst != callee->id)
		return 0;
	FormalIn in = callee->formal_ins.items[v->aux];
	return in.prefix ? 0 : prefix_count_node(caller, caller_value(caller, state, call, callee, &in, ASK_NUMBER));
}

uint32_t prefix_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t prefix, Pointee t)
{
	Engine *e = caller->e;
	Prefix p = e->prefixes.items[prefix];

	if (!range_is_const(t.off) || caller->world)
		return 0;
	uint32_t count = count_above(caller, state, call, callee, p.count, 0);
	return count ? prefix_number(e, (Prefix){ t.off.lo + p.lo, p.step, p.size, count }) : 0;
}

/* ---- what states know ---- */

bool prefix_written(const Engine *e, const State *state, ObjId obj, uint32_t prefix)
{
	for (uint32_t i = 0; i < state->written.len; i++)
		if (state->written.items[i].obj == obj && prefix_within(e, state->written.items[i].prefix, prefix))
			return true;
	return false;
}

static bool has_element(const Engine *e, uint32_t prefix, Range off, int64_t size)
{
	Prefix p = prefix ? e->prefixes.items[prefix] : (Prefix){0};

	return prefix && range_is_const(off) && p.size == size && p.step > 0 && off.lo >= p.lo && (off.lo - p.lo) % p.step == 0;
}

uint32_t prefix_around(const Run *r, const State *state, ObjId obj, Range off, int64_t size)
{
	uint32_t last = map_get_or(&r->counted, obj, 0);

	for (uint32_t i = 0; i < state->written.len; i++)
		if (state->written.items[i].obj == obj && has_element(r->e, state->written.items[i].prefix, off, size))
			return state->written.items[i].prefix;
	/* What a caller has there is told apart, too. */
	return r->e->objects.items[obj].kind == OBJ_FORMAL && has_element(r->e, last, off, size) ? last : 0;
}

static bool is_noted(const State *state, Written w)
{
	bool found = false;

	for (uint32_t i = 0; i < state->written.len && !found; i++)
		found = state->written.items[i].obj == w.obj && state->written.items[i].prefix == w.prefix;
	return found;
}

void prefix_join(State *out, State **states, uint32_t count)
{
	for (uint32_t i = 0; i < states[0]->written.len; i++) {
		Written w = states[0]->written.items[i];
		bool everywhere = true;
		for (uint32_t s = 1; s < count && everywhere; s++)
			everywhere = is_noted(states[s], w);
		if (everywhere)
			vec_push(&out->written, w);
	}
}

bool prefix_equal(const State *a, const State *b)
{
	bool equal = a->written.len == b->written.len;

	for (uint32_t i = 0; i < a->written.len && equal; i++)
		equal = is_noted(b, a->written.items[i]);
	return equal;
}

void prefix_note(State *state, ObjId obj, uint32_t prefix)
{
	if (is_noted(state, (Written){ obj, prefix }))
		return;
	if (state->written.len == MAX_WRITTEN)
		memmove(state->written.items, state->written.items + 1, --state->written.len * sizeof(Written));
	vec_push(&state->written, (Written){ obj, prefix });
}

/* ---- loops ---- */

/* x[n - 1] is one of the first n: with n below 1 it is none that there is. */
static uint32_t prefix_of_last(Run *r, ValueId address, int64_t size, ObjId *obj)
{
	const Instr *in = &r->f->instrs.items[address];
	FlowId base = in->op == OP_ELEM && in->imm == size ? r->values[in->a] : 0;
	uint32_t n, count = base ? prefix_count(r, in->b) : 0;
	Count c = count ? r->e->counts.items[count] : (Count){0};
	const Pointee *t = pts_targets(base ? flow(r->e, base)->value.pts : 0, &n);

	if (!count || c.op != BIN_SUB || c.by <= 0 || n != 1 || !range_is_const(t->off))
		return 0;
	*obj = t->obj;
	return prefix_number(r->e, (Prefix){ t->off.lo, size, size, c.of });
}

uint32_t prefix_of_place(Run *r, ValueId address, int64_t size, ObjId *obj)
{
	Induction v;

	if (r->inline_at != NONE || prefix_is_late(r))
		return 0;
	BlockId b = function_block_at(r->f, address);
	for (uint32_t i = r->loops.len; i-- > 0;) {
		LoopFrame frame = r->loops.items[i];
		BlockId head = r->cfg->wto.items[frame.at].head;
		if (!frame.entry || b == head || !cfg_loop_contains(r->cfg, head, b) || !induction_address(r, frame.at, frame.entry, address, &v))
			continue;
		uint32_t count = loop_count(r, frame.at, frame.entry);
		if (!count)
			continue;
		uint32_t prefix = prefix_number(r->e, (Prefix){ v.first, v.step, size, count });
		*obj = v.obj;
		map_put(&r->counted, v.obj, prefix);
		return prefix;
	}
	return prefix_of_last(r, address, size, obj);
}
