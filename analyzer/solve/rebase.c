/*
 * What happened between two states, made to happen to another one: what the last pass through a loop changed, on top of
 * what comes in now. What the pass did not touch is what comes in, and needs no phi.
 */
#include "solve/cells.h"

static bool same_cell(const Cell *a, const Cell *b)
{
	return a && b && cell_same(a, b);
}

static void put(Run *r, State *state, ObjId obj, const Cell *c)
{
	Cells *cells = cells_edit(state, obj);
	Cell *same = cell_exact(cells, c->off, c->size);

	if (same)
		*same = *c;
	else if (c->must && c->off.lo != NEG_INF && c->off.hi != POS_INF)
		memory_write(r, state, obj, c->off, c->size, c->node, true);
	else
		cells_insert(cells, *c);
}

static void rebase_object(Run *r, State *out, ObjId obj, const Cells *before, const Cells *after)
{
	for (uint32_t i = 0; before && i < before->cells.len; i++) {
		const Cell *c = &before->cells.items[i];
		if (cell_exact(after, c->off, c->size))
			continue;
		Cells *cells = cells_edit(out, obj);
		Cell *gone = cell_exact(cells, c->off, c->size);
		if (gone)
			cells_remove(cells, (uint32_t)(gone - cells->cells.items));
	}
	for (int weak = 0; weak < 2; weak++)
		for (uint32_t i = 0; i < after->cells.len; i++) {
			const Cell *c = &after->cells.items[i];
			if (c->must != weak && !same_cell(c, before ? cell_exact(before, c->off, c->size) : NULL))
				put(r, out, obj, c);
		}
}

State *state_rebase(Run *r, const State *onto, const State *before, const State *after)
{
	State *out = state_copy(onto);

	vec_clear(&out->stored);
	vec_append(&out->stored, &after->stored);
	vec_clear(&out->written);
	vec_append(&out->written, &after->written);
	for (uint32_t s = 0; s < out->nslots; s++)
		if (after->slots[s] != before->slots[s])
			out->slots[s] = after->slots[s];
	for (uint32_t i = 0; i < after->mem.len; i++) {
		ObjId obj = after->mem.items[i].obj;
		const Cells *old = state_cells(before, obj), *now = after->mem.items[i].cells;
		run_work(r, now->cells.len / 16);
		if (old != now)
			rebase_object(r, out, obj, old, now);
	}
	return out;
}
