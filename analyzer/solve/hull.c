/*
 * Ranges of an object that are written at unknown places become too many to tell apart: they are merged, and what may be written
 * inside what was merged goes into it, so that loops come to an end.
 */
#include "solve/cells.h"

enum { MAX_CELLS = 3000, MAX_WIDE = 160 };

/* The first COUNT cells. */
static FlowIds first_cells(uint32_t count)
{
	FlowIds parts = {0};

	for (uint32_t i = 0; i < count; i++)
		vec_push(&parts, i);
	return parts;
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

/* Adds to PARTS, wide cells, those that lie in what they and these span, and makes HULL of all of them. */
static void find_hull(const Cells *cells, FlowIds *parts, Cell *hull)
{
	for (uint32_t before = 0; before != parts->len;) {
		before = parts->len;
		for (uint32_t i = 0; i < cells->nwide; i++) {
			const Cell *c = &cells->cells.items[i];
			bool known = c->off.lo >= cell_end(hull) || hull->off.lo >= cell_end(c);
			for (uint32_t k = 0; k < parts->len && !known; k++)
				known = parts->items[k] == i;
			if (known)
				continue;
			vec_push(parts, i);
			take_in(hull, c);
		}
	}
}

/* Too many ranges when NODE is written, too: one for all that overlap, and where that does not help, for all. */
static void merge_wide(Run *r, Cells *cells, ObjId obj, FlowId node)
{
	for (uint32_t i = 0; i < cells->nwide;) {
		FlowIds parts = {0};
		Cell hull = cells->cells.items[i];
		vec_push(&parts, i);
		find_hull(cells, &parts, &hull);
		vec_sort(&parts, u32_order);
		hull.node = 0;
		if (parts.len > 1)
			merge_cells(r, cells, &parts, hull, flow(r->e, node)->instr, hash_u64(hash_u64(map_key(obj, node), 98), (uint64_t)hull.off.lo));
		else
			i++;
		vec_release(&parts);
	}
	if (cells->nwide < MAX_WIDE)
		return;
	FlowIds parts = first_cells(cells->nwide);
	Cell hull = cells->cells.items[0];
	for (uint32_t i = 1; i < parts.len; i++)
		take_in(&hull, &cells->cells.items[i]);
	hull.node = 0;
	merge_cells(r, cells, &parts, hull, flow(r->e, node)->instr, hash_u64(map_key(obj, node), 98));
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

Cell *cell_for(const Cells *cells, Range off, int64_t size)
{
	Cell *found = cell_exact(cells, off, size);

	for (uint32_t i = 0; i < cells->nwide && !(found && !found->merged); i++) {
		Cell *c = &cells->cells.items[i];
		bool inside = c->off.lo <= off.lo && offset_end(off, size) <= cell_end(c);
		if (c->merged && cell_dense(c) && inside && (!found || takes_in_before(c, found)))
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
