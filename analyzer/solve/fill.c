/*
 * What a loop that fills an array leaves there: after `for (i = 0; i < N; i++) a[i] = …` nothing of what was there before
 * is left in a[0 … N), but what else the loop wrote into it is. So of one that counts down, moves a cursor, tests at its
 * end, or writes the element in one of two places in each iteration.
 */
#include "solve/cells.h"
#include "solve/interp.h"

/* More values than this in an array are not taken apart. */
enum { MAX_LEAVES = 64, FILLED = 0xF111 /* in keys */ };

typedef struct {
	Run *r;
	ObjId obj;
	Map old;        /* nodes that the array held before the loop */
	const Map *inside; /* nodes in whose place others are; NULL: none */
	Map seen;
	FlowIds work;
	VEC(Dep) parts; /* values that the loop wrote, and the conditions of which of them is there */
} Remains;

/* BEFORE: the cells of OBJ before the loop, NULL: none. */
static Remains remains_of(Run *r, ObjId obj, const Cells *before)
{
	Remains re = { .r = r, .obj = obj };

	for (uint32_t i = 0; before && i < before->cells.len; i++)
		map_put(&re.old, before->cells.items[i].node, 1);
	return re;
}

static void remains_release(Remains *re)
{
	map_release(&re->old);
	map_release(&re->seen);
	vec_release(&re->work);
	vec_release(&re->parts);
}

static void part_add(Remains *re, Dep part)
{
	uint32_t fresh;

	if (re->inside && map_get(re->inside, part.from, &fresh))
		part.from = fresh;
	if (!part.from)
		return;
	const Flow *v = flow(re->r->e, part.from);
	bool joins = v->kind == FLOW_PHI || v->kind == FLOW_WEAK || (v->kind == FLOW_MERGE && !part.condition);
	bool entry = v->kind == FLOW_FORMAL && v->inst == re->r->inst->id && re->r->inst->formal_ins.items[v->aux].obj == re->obj;

	if (!part.condition && (entry || map_get(&re->old, part.from, NULL) || (v->kind == FLOW_CONST && !v->marked)))
		return;
	if (!map_put(&re->seen, map_key(part.condition, part.from), 1))
		return;
	if (joins && !part.condition && v->inst == re->r->inst->id && !v->marked)
		vec_push(&re->work, part.from);
	else
		vec_push(&re->parts, part);
}

/* The values NODE is joined from, without those of before; false: too many. */
static bool find_parts(Remains *re, FlowId node)
{
	part_add(re, (Dep){ node, DEP_DATA, false, false, false });
	while (re->work.len && re->parts.len <= MAX_LEAVES) {
		FlowId at = vec_pop(&re->work);
		for (uint32_t i = 0; i < flow(re->r->e, at)->ndeps; i++)
			part_add(re, re->r->e->deps.items[flow(re->r->e, at)->first_dep + i]);
	}
	return !re->work.len && re->parts.len <= MAX_LEAVES;
}

/* The node that stands for PARTS at OFF, of the type of STORED, made at INSTR; 0: there are none. */
static FlowId joined(Remains *re, Range off, uint64_t key, FlowId stored, uint32_t instr)
{
	Engine *e = re->r->e;
	Value value = { range_top(), 0 };
	bool some = false;

	for (uint32_t i = 0; i < re->parts.len; i++)
		some |= !re->parts.items[i].condition;
	if (re->parts.len <= 1 || !some)
		return some ? re->parts.items[0].from : 0;
	some = false;
	FlowId node = flow_keyed(re->r, FLOW_MERGE, instr, hash_u64(offset_hash(re->obj, off), key));
	for (uint32_t i = 0; i < re->parts.len; i++) {
		Dep part = re->parts.items[i];
		flow_dep_full(e, node, part);
		if (part.condition)
			continue;
		Value v = flow(e, part.from)->value;
		value = some ? value_join(value, v) : v;
		some = true;
	}
	flow(e, node)->value = value;
	flow(e, node)->type = flow(e, stored)->type;
	return node;
}

static void parts_clear(Remains *re)
{
	map_clear(&re->seen);
	vec_clear(&re->parts);
	vec_clear(&re->work);
}

/* Is C one element of the array alone? */
static bool is_element(const Cell *c, int64_t size)
{
	return range_is_const(c->off) && c->size <= size;
}

/* Puts what the loop left at OFF, which it filled with STORED, in the place of what OUT holds there: in all elements, and
   on top in those that it wrote alone. Leaves OUT as it is when that cannot be told. */
static void put_remains(Remains *re, State *out, Range off, int64_t size, FlowId stored)
{
	const Cells *cells = state_cells(out, re->obj);
	VEC(Cell) alone = {0};
	bool all = true;

	parts_clear(re);
	part_add(re, (Dep){ stored, DEP_DATA, false, false, false });
	for (uint32_t i = 0; cells && i < cells->cells.len && all; i++) {
		const Cell *c = &cells->cells.items[i];
		if (!range_overlaps(c->off, c->size, off, size))
			continue;
		if (is_element(c, size))
			vec_push(&alone, *c);
		else
			all = find_parts(re, c->node);
	}
	FlowId left = all ? joined(re, off, FILLED, stored, flow(re->r->e, stored)->instr) : 0;
	for (uint32_t i = 0; i < alone.len && all; i++) {
		parts_clear(re);
		all = find_parts(re, alone.items[i].node);
		alone.items[i].node = joined(re, alone.items[i].off, FILLED, stored, flow(re->r->e, stored)->instr);
	}
	if (all)
		memory_write(re->r, out, re->obj, off, size, left, true);
	for (uint32_t i = 0; i < alone.len && all; i++)
		if (alone.items[i].node && alone.items[i].node != stored)
			memory_write(re->r, out, re->obj, alone.items[i].off, alone.items[i].size, alone.items[i].node, false);
	vec_release(&alone);
}

/* An array that a loop fills: an iteration that comes to BLOCK writes STORED to the next element, which is AT; all do, or not. */
typedef struct { ObjId obj; Range off; int64_t size; Induction at; FlowId stored; BlockId block; bool always; } Fill;
typedef VEC(Fill) Fills;

static bool same_place(const Fill *a, const Fill *b)
{
	return a->obj == b->obj && a->size == b->size && a->at.from == b->at.from && range_equal(a->off, b->off);
}

/* FILL was written to all of its array: on the ways out of the loop, from EXIT, nothing that was there before is left, nor
   what each iteration wrote there earlier. */
static void fill_out(Run *r, const State *entry, BlockId exit, const Fills *fills, const Fill *fill)
{
	Remains re = remains_of(r, fill->obj, state_cells(entry, fill->obj));

	for (const Fill *other = fills->items; fill->always && other < fill; other++)
		if (other->always && same_place(other, fill) && other->stored != fill->stored)
			map_put(&re.old, other->stored, 1);
	for (uint32_t k = 0; k < r->cfg->succs[exit].len; k++) {
		State *out = r->edges[r->edge_base[exit] + k];
		if (out && !cfg_loop_contains(r->cfg, r->cfg->loop[fill->block], r->cfg->succs[exit].items[k]))
			put_remains(&re, out, fill->off, fill->size, fill->stored);
	}
	remains_release(&re);
}

/* Does the store INSTR, which COUNT iterations can come to, fill an array? */
static bool find_fill(Run *r, uint32_t at, const State *entry, uint32_t instr, int64_t count, Fill *fill)
{
	const Instr *in = &r->f->instrs.items[instr];
	Induction v;

	if (!r->values[in->a] || !induction_address(r, at, entry, in->a, &v))
		return false;
	int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
	Range off;
	if (!induction_range(&v, count, &off))
		return false;
	*fill = (Fill){ v.obj, object_clamp(r->e, v.obj, off, size), size, v, flow_find(r, FLOW_STORE, instr, 0), 0, false };
	return fill->stored && eval_strong(r, v.obj);
}

/* Is FILL the first at its place? The others there are found with it. */
static bool is_first(const Fills *fills, const Fill *fill)
{
	for (const Fill *other = fills->items; other < fill; other++)
		if (same_place(other, fill))
			return false;
	return true;
}

/* Does every iteration come to one of the blocks that fill the place of FILL? */
static bool all_ways_fill(Run *r, uint32_t at, const Fills *fills, const Fill *fill)
{
	Bitset blocks = {0};

	for (uint32_t i = 0; i < fills->len; i++)
		if (same_place(&fills->items[i], fill))
			bitset_add(&blocks, fills->items[i].block);
	bool all = loop_all_ways_meet(r, at, &blocks);
	bitset_release(&blocks);
	return all;
}

/* The arrays that a loop fills which leads on ROUNDS times at EXIT. */
static void find_fills(Run *r, uint32_t at, const State *entry, BlockId exit, int64_t rounds, Fills *fills)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		bool before = cfg_dominates(r->cfg, b, exit);
		for (uint32_t i = block->first; i < block->first + block->count && r->cfg->loop[b] == head; i++) {
			Fill fill;
			if (r->f->instrs.items[i].op != OP_STORE || rounds + before < 1 || !find_fill(r, at, entry, i, rounds + before, &fill))
				continue;
			fill.block = b;
			fill.always = loop_always_runs(r, at, b);
			vec_push(fills, fill);
		}
	}
}

void fill_prefix(Run *r, const Cells *before, State *state, ObjId obj, uint32_t prefix, const Map *inside, uint32_t instr)
{
	Remains re = remains_of(r, obj, before);
	Prefix p = r->e->prefixes.items[prefix];

	re.inside = inside;
	const Cells *now = state_cells(state, obj);
	Cells *cells = now ? cells_edit(state, obj) : NULL;
	for (uint32_t i = 0; cells && i < cells->cells.len; i++) {
		Cell *c = &cells->cells.items[i];
		if (!range_overlaps(c->off, c->size, range_strided(p.lo, POS_INF, p.step), p.size))
			continue;
		parts_clear(&re);
		if (!find_parts(&re, c->node))
			continue;
		c->prefix = prefix;
		c->fresh = joined(&re, c->off, hash_u64(prefix, (uint64_t)c->size), c->node, instr);
	}
	prefix_note(state, obj, prefix);
	remains_release(&re);
}

/* The same for prefix MORE from element FROM on, which begins inside what was written or right behind: all of both was. */
static void fill_behind(Run *r, const Cells *before, State *state, ObjId obj, uint32_t more, uint32_t from)
{
	uint32_t part = prefix_before(r->e, state, obj, more, from), whole = part ? prefix_extended(r->e, part, more) : 0;
	const Cells *now = whole ? state_cells(state, obj) : NULL;
	Cells *cells = now ? cells_edit(state, obj) : NULL;

	for (uint32_t i = 0; cells && i < cells->cells.len; i++) {
		Cell *c = &cells->cells.items[i];
		if (c->prefix == part) {
			c->prefix = whole;
		} else if (!c->prefix && !(before && cell_exact(before, c->off, c->size))) {
			c->prefix = whole;
			c->fresh = c->node;
		}
	}
	if (whole)
		prefix_note(state, obj, whole);
}

/* Does a loop that runs now go on to another place with ADDRESS in each iteration? */
static bool moves_on(Run *r, ValueId address)
{
	Induction v;
	bool moves = false;

	for (uint32_t i = 0; i < r->loops.len && !moves; i++)
		moves = r->loops.items[i].entry && induction_address(r, r->loops.items[i].at, r->loops.items[i].entry, address, &v);
	return moves;
}

Filling filling_begin(const State *state, ObjId obj, uint32_t prefix, uint32_t from)
{
	Filling filling = { obj, prefix, from, prefix ? (Cells *)(uintptr_t)state_cells(state, obj) : NULL };

	if (filling.before)
		filling.before->refs++;
	return filling;
}

void filling_end(Run *r, State *state, const Filling *filling, uint32_t instr)
{
	if (filling->prefix && filling->from)
		fill_behind(r, filling->before, state, filling->obj, filling->prefix, filling->from);
	else if (filling->prefix)
		fill_prefix(r, filling->before, state, filling->obj, filling->prefix, NULL, instr);
	if (filling->before)
		cells_drop(filling->before);
}

Filling filling_begin_one(Run *r, const State *state, ValueId address, int64_t size)
{
	Engine *e = r->e;
	FlowId pointer = r->values[address];
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, pointer)->value.pts, &n);
	Filling none = { OBJ_UNKNOWN, 0, 0, NULL };
	Pointee base;
	int64_t step;

	if (n != 1 || range_is_const(t->off) || !state->written.len || r->inline_at != NONE || !eval_strong(r, t->obj))
		return none;
	uint32_t from = count_ahead(r, pointer, &step, &base), end = from && step == size ? count_plus(e, from, 1) : 0;
	if (!end || moves_on(r, address))
		return none;
	uint32_t more = prefix_number(e, (Prefix){ base.off.lo, size, size, end, 0 });
	return prefix_before(e, state, base.obj, more, from) ? filling_begin(state, base.obj, more, from) : none;
}

/* What the loop counts with is COUNT (0: nobody knows) where its head leaves it: another may go on from there. */
static void note_ends(Run *r, uint32_t at, const State *entry, uint32_t count)
{
	BlockId head = r->cfg->wto.items[at].head;
	LocalId counter = loop_counting(r, at, entry);

	for (uint32_t k = 0; k < r->cfg->succs[head].len && counter != NONE; k++) {
		State *out = r->edges[r->edge_base[head] + k];
		if (out && !cfg_loop_contains(r->cfg, head, r->cfg->succs[head].items[k]) && out->slots[r->cfg->slot[counter]])
			count_note_end(r, out->slots[r->cfg->slot[counter]], count);
	}
}

/* What a loop fills that goes round as often as a number says that is not known: what it writes to one element after the
   other in every iteration. */
static void fill_prefixes(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head;
	bool told = !prefix_is_late(r) && !loop_is_large(r, at) && loop_only_head_leaves(r, at);
	uint32_t count = told ? loop_count(r, at, entry) : 0;
	Fills fills = {0};

	note_ends(r, at, entry, count);
	if (count)
		find_fills(r, at, entry, head, 2, &fills);
	for (uint32_t i = 0; i < fills.len; i++) {
		const Fill *fill = &fills.items[i];
		Prefix all;
		if (fill->block == head || !is_first(&fills, fill) || !(fill->always || all_ways_fill(r, at, &fills, fill)) ||
		    !induction_prefix(r, &fill->at, count, fill->size, &all))
			continue;
		uint32_t prefix = prefix_number(r->e, all), from = fill->at.step > 0 ? fill->at.from : 0;
		for (uint32_t k = 0; k < r->cfg->succs[head].len; k++) {
			State *out = r->edges[r->edge_base[head] + k];
			if (!out || cfg_loop_contains(r->cfg, head, r->cfg->succs[head].items[k]))
				continue;
			Filling filling = filling_begin(entry, fill->obj, prefix, from);
			filling_end(r, out, &filling, flow(r->e, fill->stored)->instr);
		}
	}
	vec_release(&fills);
}

void fill_apply(Run *r, uint32_t at, const State *entry)
{
	BlockId exit;
	int64_t rounds = loop_rounds(r, at, entry, &exit);
	Fills fills = {0};

	if (rounds < 0) {
		fill_prefixes(r, at, entry);
		return;
	}
	find_fills(r, at, entry, exit, rounds, &fills);
	for (uint32_t i = 0; i < fills.len; i++)
		if (!fills.items[i].at.from && (fills.items[i].always || (is_first(&fills, &fills.items[i]) && all_ways_fill(r, at, &fills, &fills.items[i]))))
			fill_out(r, entry, exit, &fills, &fills.items[i]);
	vec_release(&fills);
}
