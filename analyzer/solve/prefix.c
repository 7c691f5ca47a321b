/*
 * The first N elements of an array, where N is not known but is the same number (a count, count.c): after
 * `for (i = 0; i < n; i++) a[i] = …` a loop that reads a[0 … n) sees nothing of what was there before, whatever n is
 * (symbolic bounds: Balasundaram and Kennedy, "A Technique for Summarizing Data Access and Its Use in Parallelism Enhancing
 * Transformations", PLDI 1989). Cells say what of them is left inside a prefix, states which prefixes were written as a
 * whole.
 */
#include "solve/cells.h"
#include "solve/interp.h"

#include <string.h>

enum { MAX_WRITTEN = 12, MAX_ITERATIONS = 12, MANY_BYTES = 1 << 16 };

/* Is what PREFIX counts computed anew in each iteration of the loop with HEAD? */
static bool is_counted_in(const Run *r, uint32_t prefix, BlockId head)
{
	return prefix && count_is_new_in(r, r->e->prefixes.items[prefix].count, head);
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

bool prefix_is_late(const Run *r)
{
	return r->iteration > MAX_ITERATIONS;
}

bool prefix_within(const Engine *e, uint32_t whole, uint32_t part)
{
	if (!whole || !part || whole == part)
		return whole && part;
	Prefix w = e->prefixes.items[whole], p = e->prefixes.items[part];
	int64_t ahead = p.lo - w.lo, distance, times = 0;
	if (w.extends && prefix_within(e, w.extends, part))
		return true;
	if (ahead < 0)
		return false;
	/* Not behind the end of all of them. */
	if (w.size == w.step && count_distance(e, w.count, w.step, p.count, p.step, &distance) && distance - ahead + p.step - p.size >= 0)
		return true;
	if (w.size != p.size || w.step <= 0 || ahead % w.step || p.step % w.step)
		return false;
	/* Half of them, every second one, two times a third. */
	int64_t shares = count_share(e, p.count, w.count, &times), every = p.step / w.step;
	if (shares > 0)
		return times * every <= shares && ahead / w.step <= every - 1 + shares - times * every;
	return every == 1 && count_distance(e, w.count, 1, p.count, 1, &distance) && ahead / w.step <= distance;
}

uint32_t prefix_part(Engine *e, uint32_t prefix, int64_t lo, int64_t size)
{
	if (!prefix)
		return 0;
	Prefix p = e->prefixes.items[prefix];
	int64_t ahead = p.size == p.step && is_finite(lo) ? (lo - p.lo) % p.step : -1;
	return ahead >= 0 && ahead + size <= p.step ? prefix_number(e, (Prefix){ p.lo + ahead, p.step, size, p.count, 0 }) : prefix;
}

uint32_t prefix_of_units(Run *r, int64_t lo, FlowId length, int64_t unit)
{
	uint32_t count = r->world || prefix_is_late(r) ? 0 : count_of_node(r->within ? r->within : r, length);
	int64_t bytes;

	if (!count)
		return 0;
	if (unit != 8)
		return prefix_number(r->e, (Prefix){ lo, unit, unit, count, 0 });
	count = count_in_units(r->e, count, MANY_BYTES, &bytes);
	return prefix_number(r->e, (Prefix){ lo, 8 * bytes, 8 * bytes, count, 0 });
}

uint32_t prefix_before(const Engine *e, const State *state, ObjId obj, uint32_t more, uint32_t from)
{
	Prefix m = e->prefixes.items[more];

	for (uint32_t i = state->written.len; i-- > 0;) {
		Written w = state->written.items[i];
		Prefix p = e->prefixes.items[w.prefix];
		int64_t ahead = m.lo - p.lo, distance;
		if (w.obj == obj && p.step == m.step && p.size == m.size && ahead >= 0 && ahead % p.step == 0 &&
		    count_distance(e, p.count, p.step, from, p.step, &distance) && distance >= ahead)
			return w.prefix;
	}
	return 0;
}

uint32_t prefix_extended(Engine *e, uint32_t prefix, uint32_t more)
{
	Prefix p = e->prefixes.items[prefix], m = e->prefixes.items[more];
	uint32_t count = count_plus(e, m.count, (m.lo - p.lo) / p.step);

	return count ? prefix_number(e, (Prefix){ p.lo, p.step, p.size, count, prefix }) : 0;
}

uint32_t prefix_number(Engine *e, Prefix prefix)
{
	uint64_t key = hash_u64(hash_u64(hash_u64(hash_u64(map_key(prefix.extends, prefix.count), (uint64_t)prefix.lo), (uint64_t)prefix.step), (uint64_t)prefix.size), 0xF1);
	uint32_t known = map_get_or(&e->prefix_index, key, 0);

	if (known)
		return known;
	if (!e->prefixes.len)
		vec_push(&e->prefixes, (Prefix){0});
	vec_push(&e->prefixes, prefix);
	map_put(&e->prefix_index, key, e->prefixes.len - 1);
	return e->prefixes.len - 1;
}

uint32_t prefix_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t prefix, Pointee t)
{
	Engine *e = caller->e;
	Prefix p = e->prefixes.items[prefix];

	if (!range_is_const(t.off) || caller->world)
		return 0;
	uint32_t count = count_above(caller, state, call, callee, p.count);
	return count ? prefix_number(e, (Prefix){ t.off.lo + p.lo, p.step, p.size, count, 0 }) : 0;
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
	int64_t ahead = prefix && range_is_const(off) ? off.lo - p.lo : -1;

	if (size <= 0 || p.step <= 0 || ahead < 0)
		return false;
	return p.size == size ? ahead % p.step == 0 : p.size == p.step && p.step % size == 0 && ahead % size == 0;
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

void prefix_forget(State *state, ObjId obj)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < state->written.len; i++)
		if (state->written.items[i].obj != obj)
			state->written.items[kept++] = state->written.items[i];
	state->written.len = kept;
}

/* ---- loops ---- */

/* x[n - 1] is one of the first n: with n below 1 it is none that there is. */
static uint32_t prefix_of_last(Run *r, ValueId address, int64_t size, ObjId *obj)
{
	const Instr *in = &r->f->instrs.items[address];
	FlowId base = in->op == OP_ELEM && in->imm == size ? r->values[in->a] : 0;
	uint32_t n, count = base ? count_of_value(r, in->b) : 0;
	const Pointee *t = pts_targets(base ? flow(r->e, base)->value.pts : 0, &n);

	if (!count || r->e->counts.items[count].plus >= 0 || n != 1 || !range_is_const(t->off))
		return 0;
	*obj = t->obj;
	return prefix_number(r->e, (Prefix){ t->off.lo, size, size, count_plus(r->e, count, 1), 0 });
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
		/* Elements before the beginning of what a pointer leads to may be others of the same array. */
		bool inside = !v.from || v.step < 0 || (!v.first && r->e->objects.items[v.obj].kind != OBJ_FORMAL) || count_is_natural(r->e, v.from);
		Prefix through;
		if (!inside || !induction_prefix(r, &v, count, size, &through))
			continue;
		uint32_t prefix = prefix_number(r->e, through);
		*obj = v.obj;
		map_put(&r->counted, v.obj, prefix);
		return prefix;
	}
	return prefix_of_last(r, address, size, obj);
}
