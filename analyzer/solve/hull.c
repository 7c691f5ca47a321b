/*
 * Ranges of an object that are written at unknown places become too many to tell apart: they are merged, and what may be written
 * inside what was merged goes into it, so that loops come to an end.
 */
#include "solve/cells.h"

/* MAX_WIDE: more are merged; FEW_WIDE: until so many are left, so that loops do not merge again and again. */
enum { MAX_CELLS = 3000, MAX_WIDE = 160, FEW_WIDE = 40 };

/* The first COUNT cells. */
static FlowIds first_cells(uint32_t count)
{
	FlowIds parts = {0};

	for (uint32_t i = 0; i < count; i++)
		vec_push(&parts, i);
	return parts;
}

/* Where wide cell C is now. */
static uint32_t position(const Cells *cells, const Cell *c)
{
	for (uint32_t i = 0; i < cells->nwide; i++) {
		const Cell *x = &cells->cells.items[i];
		if (x->size == c->size && x->node == c->node && range_equal(x->off, c->off))
			return i;
	}
	BUG("a cell is gone");
}

static void take_in(Cell *hull, const Cell *c)
{
	hull->off = offset_join(hull->off, c->off);
	hull->size = c->size > hull->size ? c->size : hull->size;
}

/* HULL in the place of PARTS. Its value, which goes by WHAT, is its own so far, if any, and what they hold; when it is in one
   of them already, it holds that still. */
static void merge_cells(Run *r, Cells *cells, const FlowIds *parts, Cell hull, uint32_t instr, uint64_t what)
{
	Engine *e = r->e;
	FlowId all = flow_find(r, FLOW_MERGE, instr, what);
	bool known = false;

	for (uint32_t i = 0; i < parts->len; i++)
		known |= cells->cells.items[parts->items[i]].node == all;
	all = known ? all : flow_keyed(r, FLOW_MERGE, instr, what);
	PtsId pts = known ? flow(e, all)->value.pts : 0;
	flow(e, all)->type = flow(e, hull.node ? hull.node : cells->cells.items[parts->items[0]].node)->type;
	if (hull.node) {
		flow_dep(e, all, hull.node, DEP_DATA);
		pts = pts_join(pts, flow(e, hull.node)->value.pts);
	}
	for (uint32_t i = 0; i < parts->len; i++) {
		FlowId part = cells->cells.items[parts->items[i]].node;
		flow_dep(e, all, part, DEP_DATA);
		pts = pts_join(pts, flow(e, part)->value.pts);
	}
	flow(e, all)->value.pts = pts;
	for (uint32_t i = parts->len; i-- > 0;)
		cells_remove(cells, parts->items[i]);
	cells_insert(cells, cell_new(hull.off, hull.size, all, false, true));
}

static void merge_parts(Run *r, Cells *cells, FlowIds *parts, ObjId obj, FlowId node)
{
	Cell hull = cells->cells.items[parts->items[0]];

	for (uint32_t i = 1; i < parts->len; i++)
		take_in(&hull, &cells->cells.items[parts->items[i]]);
	hull.node = 0;
	vec_sort(parts, u32_order);
	merge_cells(r, cells, parts, hull, flow(r->e, node)->instr, hash_u64(hash_u64(hash_u64(map_key(obj, node), 98), (uint64_t)hull.off.lo), (uint64_t)hull.size));
}

/* Two cells of one shape follow each other in as many records: both gapless, or with one stride and one number of records.
   Pointers stay apart from what are none. */
static bool same_shape(Engine *e, const Cell *a, const Cell *b)
{
	if (!flow(e, a->node)->value.pts != !flow(e, b->node)->value.pts)
		return false;
	if (cell_dense(a) || cell_dense(b))
		return cell_dense(a) && cell_dense(b);
	return a->off.stride == b->off.stride && a->off.hi - a->off.lo == b->off.hi - b->off.lo && a->off.span == b->off.span &&
		a->off.step == b->off.step;
}

/* Bits of each record of a cell; all of a gapless one. */
static int64_t extent(const Cell *c)
{
	return cell_dense(c) ? (cell_end(c) == POS_INF ? POS_INF : cell_end(c) - c->off.lo) : c->off.span + c->size;
}

/* In how many bits two cells of one shape hold something of each other when they are merged; pointers, which lead on, come last. */
static int64_t blurred(Engine *e, const Cell *a, const Cell *b)
{
	Cell hull = *a;
	int64_t x = extent(a), y = extent(b), last = flow(e, a->node)->value.pts ? MODERATE : 0;

	take_in(&hull, b);
	int64_t all = extent(&hull);
	return a->off.lo == NEG_INF || b->off.lo == NEG_INF || all >= MODERATE ? POS_INF : 2 * all - x - y + last;
}

/* Cells of one shape in the order of their places; from one that begins a run on, those that are merged with it. */
typedef struct { Cell hull; uint32_t shape, next; } Stretch;
typedef VEC(Stretch) Stretches;

static int stretch_order(const void *a, const void *b)
{
	const Stretch *x = a, *y = b;

	if (x->shape != y->shape)
		return (x->shape > y->shape) - (x->shape < y->shape);
	if (x->hull.off.lo != y->hull.off.lo)
		return (x->hull.off.lo > y->hull.off.lo) - (x->hull.off.lo < y->hull.off.lo);
	if (x->hull.size != y->hull.size)
		return (x->hull.size > y->hull.size) - (x->hull.size < y->hull.size);
	return (x->hull.node > y->hull.node) - (x->hull.node < y->hull.node);
}

static Stretches stretches_of(Engine *e, const Cells *cells)
{
	Stretches stretches = {0};

	for (uint32_t i = 0; i < cells->nwide; i++) {
		const Cell *c = &cells->cells.items[i];
		uint32_t shape = 0;
		while (shape < i && !same_shape(e, c, &cells->cells.items[shape]))
			shape++;
		vec_push(&stretches, (Stretch){ *c, shape, 0 });
	}
	vec_sort(&stretches, stretch_order);
	for (uint32_t i = 0; i < stretches.len; i++)
		stretches.items[i].next = i + 1;
	return stretches;
}

/* Merges the two runs that are merged with the least loss; false: no two are of one shape. */
static bool join_nearest(Engine *e, Stretches *stretches)
{
	uint32_t best = NONE;
	int64_t least = POS_INF;

	for (uint32_t i = 0, next; (next = stretches->items[i].next) < stretches->len; i = next) {
		const Stretch *a = &stretches->items[i], *b = &stretches->items[next];
		int64_t lost = a->shape == b->shape ? blurred(e, &a->hull, &b->hull) : POS_INF;
		if (a->shape == b->shape && (best == NONE || lost < least)) {
			best = i;
			least = lost;
		}
	}
	if (best == NONE)
		return false;
	Stretch *first = &stretches->items[best], *second = &stretches->items[first->next];
	take_in(&first->hull, &second->hull);
	first->next = second->next;
	return true;
}

/* Those that are merged with the least loss are, until COUNT are left: members of one record, not two records that lie in one
   block, nor all that lies in a large cell (agglomerative clustering: Ward, 1963). */
static void merge_nearest(Run *r, Cells *cells, uint32_t count, ObjId obj, FlowId node)
{
	Stretches stretches = stretches_of(r->e, cells), before = {0};

	vec_append(&before, &stretches);
	for (uint32_t left = stretches.len; left > count && join_nearest(r->e, &stretches); left--)
		;
	for (uint32_t i = 0; i < stretches.len; i = stretches.items[i].next) {
		FlowIds parts = {0};
		for (uint32_t k = i; k < stretches.items[i].next; k++)
			add_once(&parts, position(cells, &before.items[k].hull));
		if (parts.len > 1)
			merge_parts(r, cells, &parts, obj, node);
		vec_release(&parts);
	}
	vec_release(&before);
	vec_release(&stretches);
}

/* Too many ranges when NODE is written, too. */
static void merge_wide(Run *r, Cells *cells, ObjId obj, FlowId node)
{
	merge_nearest(r, cells, FEW_WIDE, obj, node);
	if (cells->nwide < MAX_WIDE)
		return;
	FlowIds parts = first_cells(cells->nwide);
	merge_parts(r, cells, &parts, obj, node);
	vec_release(&parts);
}

bool merge_again(Run *r, Cells *cells, ObjId obj, Range off, int64_t size, FlowId node)
{
	Cell hull = cell_new(off, size, node, false, true);
	FlowIds parts = {0};

	for (uint32_t i = 0; i < cells->nwide && !range_is_const(off); i++) {
		const Cell *c = &cells->cells.items[i];
		if (!c->merged || c->must || !range_overlaps(c->off, c->size, off, size))
			continue;
		vec_push(&parts, i);
		take_in(&hull, c);
	}
	bool found = parts.len && cell_dense(&hull);
	if (found)
		merge_cells(r, cells, &parts, hull, flow(r->e, node)->instr, hash_u64(map_key(obj, node), 97));
	vec_release(&parts);
	return found;
}

/* Of two cells that were merged and hold a place, the one that takes in what is written there: the same one, in whatever
   order they are. */
static bool takes_in_before(const Cell *a, const Cell *b)
{
	if (a->off.lo != b->off.lo)
		return a->off.lo < b->off.lo;
	if (a->off.hi != b->off.hi)
		return a->off.hi > b->off.hi;
	if (a->off.span != b->off.span)
		return a->off.span > b->off.span;
	return a->off.stride != b->off.stride ? a->off.stride < b->off.stride : a->size > b->size;
}

/* Does all of SIZE bits at OFF lie in C, in each record of a cell that has gaps? */
static bool lies_in(const Cell *c, Range off, int64_t size)
{
	if (cell_dense(c))
		return c->off.lo <= off.lo && offset_end(off, size) <= cell_end(c);
	int64_t stride = c->off.stride, behind = off.lo - c->off.lo;
	bool records = c->off.lo != NEG_INF && off.lo >= c->off.lo && off.hi < MODERATE && (range_is_const(off) || off.stride == stride);
	bool inside = records && (c->off.step <= c->size || !c->off.span) && behind % stride + off.span + size <= extent(c);
	return inside && off.hi - behind % stride <= c->off.hi;
}

Cell *cell_for(const Cells *cells, Range off, int64_t size)
{
	Cell *found = cell_exact(cells, off, size);

	for (uint32_t i = 0; i < cells->nwide && !(found && !found->merged); i++) {
		Cell *c = &cells->cells.items[i];
		if (c->merged && lies_in(c, off, size) && (!found || takes_in_before(c, found)))
			found = c;
	}
	return found;
}

void cells_add_weak(Run *r, Cells *cells, ObjId obj, Range off, int64_t size, FlowId node)
{
	if (cells->nwide >= MAX_WIDE)
		merge_wide(r, cells, obj, node);
	if (cells->cells.len < MAX_CELLS) {
		cells_insert(cells, cell_new(off, size, node, false, false));
		return;
	}
	/* Too many to tell apart: one cell for everything from now on. */
	FlowIds all = first_cells(cells->cells.len);
	merge_cells(r, cells, &all, cell_new(range_top(), 1, node, false, true), flow(r->e, node)->instr, hash_u64(map_key(obj, node), 99));
	vec_release(&all);
}
