/*
 * What a loop that fills an array leaves there: after `for (i = 0; i < N; i++) a[i] = …` nothing of what was there before
 * is left in a[0 … N), but what else the loop wrote into it is.
 */
#include "solve/cells.h"
#include "solve/interp.h"

/* More values than this in an array are not taken apart. */
enum { MAX_LEAVES = 64 };

typedef struct {
	Run *r;
	ObjId obj;
	Map old;        /* nodes that the array held before the loop */
	Map seen;
	FlowIds work;
	VEC(Dep) parts; /* values that the loop wrote, and the conditions of which of them is there */
} Remains;

static void part_add(Remains *re, Dep part)
{
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

/* The node that stands for PARTS at OFF; 0: there are none. */
static FlowId joined(Remains *re, Range off, FlowId stored)
{
	Engine *e = re->r->e;
	Value value = { range_top(), 0 };
	bool some = false;

	if (re->parts.len <= 1)
		return re->parts.len ? re->parts.items[0].from : 0;
	FlowId node = flow_keyed(re->r, FLOW_MERGE, flow(e, stored)->instr, hash_u64(offset_hash(re->obj, off), 0xF111));
	for (uint32_t i = 0; i < re->parts.len; i++) {
		Dep part = re->parts.items[i];
		flow_dep_full(e, node, part);
		if (part.condition)
			continue;
		Value v = flow(e, part.from)->value;
		value = some ? (Value){ range_join(value.num, v.num), pts_join(value.pts, v.pts) } : v;
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
	FlowId left = all ? joined(re, off, stored) : 0;
	for (uint32_t i = 0; i < alone.len && all; i++) {
		parts_clear(re);
		all = find_parts(re, alone.items[i].node);
		alone.items[i].node = joined(re, alone.items[i].off, stored);
	}
	if (all)
		memory_write(re->r, out, re->obj, off, size, left, true);
	for (uint32_t i = 0; i < alone.len && all; i++)
		if (alone.items[i].node && alone.items[i].node != stored)
			memory_write(re->r, out, re->obj, alone.items[i].off, alone.items[i].size, alone.items[i].node, false);
	vec_release(&alone);
}

/* An array that a loop fills: each iteration writes STORED to the next element. */
typedef struct { ObjId obj; Range off; int64_t size; FlowId stored; } Fill;
typedef VEC(Fill) Fills;

/* FILL was written to all of its array: on the ways out of the loop HEAD nothing that was there before is left, nor what the
   fills EARLIER in the iteration wrote there. */
static void fill_out(Run *r, const State *entry, BlockId head, const Fills *earlier, Fill fill)
{
	Remains re = { .r = r, .obj = fill.obj };
	const Cells *before = state_cells(entry, fill.obj);

	for (uint32_t i = 0; before && i < before->cells.len; i++)
		map_put(&re.old, before->cells.items[i].node, 1);
	for (uint32_t i = 0; i < earlier->len; i++) {
		const Fill *other = &earlier->items[i];
		if (other->obj == fill.obj && other->size == fill.size && range_equal(other->off, fill.off) && other->stored != fill.stored)
			map_put(&re.old, other->stored, 1);
	}
	for (uint32_t k = 0; k < r->cfg->succs[head].len; k++) {
		State *out = r->edges[r->edge_base[head] + k];
		if (!out || cfg_loop_contains(r->cfg, head, r->cfg->succs[head].items[k]))
			continue;
		put_remains(&re, out, fill.off, fill.size, fill.stored);
	}
	map_release(&re.old);
	map_release(&re.seen);
	vec_release(&re.work);
	vec_release(&re.parts);
}

void fill_apply(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	int64_t first, limit;
	uint32_t counter = loop_counter(r, at, entry, &first, &limit);
	Fills fills = {0};

	if (counter == NONE)
		return;
	for each_block(r, at, b) {
		if (!loop_always_runs(r, at, b))
			continue;
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			const Instr *elem = in->op == OP_STORE ? &r->f->instrs.items[in->a] : NULL;
			if (!elem || elem->op != OP_ELEM || !r->values[elem->a])
				continue;
			const Instr *index = instr_behind_casts(r->f, elem->b);
			if (index->op != OP_LOAD || r->f->instrs.items[index->a].op != OP_ADDR_LOCAL ||
			    r->cfg->slot[r->f->instrs.items[index->a].imm] != counter)
				continue;
			uint32_t n;
			const Pointee *base = pts_targets(flow(r->e, r->values[elem->a])->value.pts, &n);
			FlowId stored = flow_find(r, FLOW_STORE, i, 0);
			if (n != 1 || !range_is_const(base->off) || !stored || !eval_strong(r, base->obj))
				continue;
			Range off = range_strided(base->off.lo + first * elem->imm, base->off.lo + (limit - 1) * elem->imm, elem->imm);
			int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
			Fill fill = { base->obj, object_clamp(r->e, base->obj, off, size), size, stored };
			fill_out(r, entry, head, &fills, fill);
			vec_push(&fills, fill);
		}
	}
	vec_release(&fills);
}
