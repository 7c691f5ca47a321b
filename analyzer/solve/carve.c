/*
 * Before a join: a must-cell over a large location (a memset of a record, a copy of an array) is split where another
 * way tells its parts apart, so that the join compares like with like and mixes nothing.
 */
#include "solve/cells.h"

#include <stdlib.h>

/* Splits the must-cell over the location of KEY so that it has a cell of its own. */
static void carve(Cells *cells, const Cell *key)
{
	if (cell_exact(cells, key->off, key->size))
		return;
	CellScan scan = cells_scan(cells, key->off, key->size);
	for (const Cell *found; (found = cells_next(&scan));) {
		Cell c = *found;
		if (!c.must || !cell_dense(&c) || c.off.lo > key->off.lo || cell_end(&c) < key->off.lo + key->size)
			continue;
		Cells kept = {0};
		cell_cut(&c, key->off.lo, key->off.lo + key->size, &kept);
		bool cut = kept.cells.len != 1 || !range_equal(kept.cells.items[0].off, c.off) || kept.cells.items[0].size != c.size;
		if (cut) {
			uint32_t at = (uint32_t)(found - cells->cells.items);
			cells_remove(cells, at);
			cells_insert(cells, cell_part(&c, key->off, key->size));
			for (uint32_t i = 0; i < kept.cells.len; i++)
				cells_insert(cells, kept.cells.items[i]);
		}
		vec_release(&kept.cells);
		return;
	}
}

/* Elements of one row: the same number of them, the same distance apart. */
static bool same_row(Range a, Range b)
{
	uint64_t length = (uint64_t)a.hi - (uint64_t)a.lo, other = (uint64_t)b.hi - (uint64_t)b.lo;

	return !a.span && a.stride == b.stride && a.lo != NEG_INF && b.lo != NEG_INF && length == other && llabs(a.lo - b.lo) < a.stride;
}

/* The cell of CELLS, one gapless must-cell, that holds [lo, end) and more; NONE. */
static uint32_t cell_around(const Cells *cells, int64_t lo, int64_t end)
{
	CellScan scan = cells_scan(cells, range_const(lo), end - lo);

	for (const Cell *c; (c = cells_next(&scan));)
		if (c->must && range_is_const(c->off) && c->off.lo <= lo && cell_end(c) >= end)
			return (uint32_t)(c - cells->cells.items);
	return NONE;
}

/* The members of an array of records are keys of one distance: splits the must-cell over all of them (a memset of the
   whole) into what is before the array, each member of all its elements, what is between them, and what is behind. */
static void carve_row(Cells *cells, const Cell *key, const Cells *keys)
{
	int64_t stride = key->off.stride, start = key->off.lo, last = key->off.lo + key->size;

	if (cell_exact(cells, key->off, key->size))
		return;
	for (uint32_t i = 0; i < keys->nwide; i++) {
		const Cell *k = &keys->cells.items[i];
		if (!same_row(k->off, key->off) || k->size > stride)
			continue;
		start = k->off.lo < start ? k->off.lo : start;
		last = k->off.lo + k->size > last ? k->off.lo + k->size : last;
	}
	int64_t length = key->off.hi - key->off.lo, end = start + length + stride;
	uint32_t at = last - start > stride ? NONE : cell_around(cells, start, end);
	if (at == NONE)
		return;
	Cell whole = cells->cells.items[at];
	cells_remove(cells, at);
	if (whole.off.lo < start)
		cells_insert(cells, cell_part(&whole, whole.off, start - whole.off.lo));
	if (cell_end(&whole) > end)
		cells_insert(cells, cell_part(&whole, range_const(end), cell_end(&whole) - end));
	for (int64_t from = 0; from < stride;) {
		int64_t next = stride, size = 0;
		for (uint32_t i = 0; i < keys->nwide; i++) {
			const Cell *k = &keys->cells.items[i];
			if (!same_row(k->off, key->off) || k->size > stride || k->off.lo - start < from)
				continue;
			if (k->off.lo - start == from)
				size = k->size > size ? k->size : size;
			else if (k->off.lo - start < next)
				next = k->off.lo - start;
		}
		size = size && from + size <= next ? size : next - from;
		cells_insert(cells, cell_part(&whole, range_strided(start + from, start + from + length, stride), size));
		from += size;
	}
}

static void carve_rows(Cells *cells, const Cells *keys)
{
	for (uint32_t i = 0; i < keys->nwide; i++) {
		const Cell *key = &keys->cells.items[i];
		if (key->off.lo != NEG_INF && key->off.hi != POS_INF && key->off.stride > 0 && !key->off.span && key->size <= key->off.stride)
			carve_row(cells, key, keys);
	}
}

void carve_all(Cells **lists, uint32_t count)
{
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t b = 0; b < count; b++)
			if (a != b)
				carve_rows(lists[b], lists[a]);
	for (uint32_t a = 0; a < count; a++) {
		Cells keys = {0};
		vec_append(&keys.cells, &lists[a]->cells);
		for (uint32_t k = 0; k < keys.cells.len; k++)
			for (uint32_t b = 0; b < count && range_is_const(keys.cells.items[k].off); b++)
				if (b != a)
					carve(lists[b], &keys.cells.items[k]);
		vec_release(&keys.cells);
	}
}
